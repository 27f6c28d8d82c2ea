/** One page of an answer; `nextToken` absent or empty on the last. */
export interface Page<Item> {
  /** Undefined where the answer has no such list, not even an empty one: then nothing is known. */
  items: readonly Item[] | undefined;
  nextToken?: string | undefined;
}

/** AWS may answer empty pages that have a token (filtered results); so many in a row is a loop. */
const MAX_EMPTY_PAGES = 1_000;

/** The pages could not be followed to the end: what was read is not the whole. */
export class PaginationError extends Error {
  override readonly name = "PaginationError";
}

/** An answer without the member that it is about. AWS sends an empty list where there is nothing. */
export class MissingListError extends Error {
  override readonly name = "MissingListError";
  constructor() {
    super("AWS's answer does not hold the list that was asked for.");
  }
}

/**
 * Follows every page. Throws PaginationError where a token comes back a second time or empty pages do not end,
 * MissingListError where a page has no list, whatever `fetchPage` throws, and the signal's reason when aborted between pages.
 */
export async function* paginate<Item>(
  fetchPage: (nextToken: string | undefined) => Promise<Page<Item>>,
  signal?: AbortSignal,
): AsyncGenerator<readonly Item[], void, undefined> {
  const seen = new Set<string>();
  let nextToken: string | undefined;
  let emptyPages = 0;
  for (;;) {
    signal?.throwIfAborted();
    const page = await fetchPage(nextToken);
    if (page.items === undefined) throw new MissingListError();
    emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
    yield page.items;
    nextToken = page.nextToken === "" ? undefined : page.nextToken;
    if (nextToken === undefined) return;
    if (seen.has(nextToken)) throw new PaginationError("AWS gave the same page token twice.");
    if (emptyPages >= MAX_EMPTY_PAGES)
      throw new PaginationError(`${String(emptyPages)} empty pages in a row.`);
    seen.add(nextToken);
  }
}

/** All items of all pages. */
export async function readAllPages<Item>(
  fetchPage: (nextToken: string | undefined) => Promise<Page<Item>>,
  signal?: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of paginate(fetchPage, signal)) for (const item of page) items.push(item);
  return items;
}
