import { createHash } from "node:crypto";
import { AwsError } from "../../../aws-error";

export interface PageInput {
  MaxResults?: number | undefined;
  NextToken?: string | undefined;
}

/** How many of a page's last items a token names: the next page follows the last of them that is still there. */
const ANCHORS = 4;
const DIGEST_LENGTH = 12;

/** Where a page ended. */
interface PageEnd {
  /** Counts only where every anchor is gone. */
  offset: number;
  anchors: string[];
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, DIGEST_LENGTH);
}

/** Ties a token to the question it continues, so that another question's token is recognised as foreign. */
function seal(question: string, end: PageEnd): string {
  const text = JSON.stringify([end.offset, end.anchors]);
  return Buffer.from(`${digest(`${question}/${text}`)}${text}`).toString("base64url");
}

function parsePageEnd(text: string): PageEnd | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    // Array.isArray says that it is one of `any`.
    const [offset, anchors] = value as unknown[];
    if (typeof offset !== "number" || !Array.isArray(anchors)) return undefined;
    return { offset, anchors: anchors.map(String) };
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** "The specified pagination token is not valid or is expired" (EC2 API reference: error codes). */
const invalidToken = (): AwsError =>
  new AwsError("InvalidPaginationToken", "The specified pagination token is invalid.");

function openToken(question: string, token: string): PageEnd | undefined {
  const end = parsePageEnd(Buffer.from(token, "base64url").toString("utf8").slice(DIGEST_LENGTH));
  return end !== undefined && seal(question, end) === token ? end : undefined;
}

/** Items go anywhere and come last, so that an anchor is most often where it was, or before. */
function findStart(digestAt: (index: number) => string, count: number, end: PageEnd): number {
  for (const anchor of end.anchors) {
    for (let index = Math.min(end.offset, count) - 1; index >= 0; index -= 1) {
      if (digestAt(index) === anchor) return index + 1;
    }
    for (let index = end.offset; index < count; index += 1) {
      if (digestAt(index) === anchor) return index + 1;
    }
  }
  return end.offset;
}

/**
 * One page, and the token of the next, which stays good while items come and go. Without MaxResults everything that is
 * left comes at once, as from EC2. `keyOf` names an item among the others; `question` is what the page answers.
 */
export function paginate<T>(
  items: readonly T[],
  input: PageInput,
  options: {
    question: string;
    keyOf: (item: T) => string | undefined;
    refuseToken?: ((token: string) => AwsError) | undefined;
  },
): { items: T[]; NextToken?: string } {
  const { MaxResults: maxResults, NextToken: token } = input;
  const { question, keyOf, refuseToken = invalidToken } = options;
  const digestAt = (index: number): string => {
    const item = items[index];
    return item === undefined ? "" : digest(keyOf(item) ?? "");
  };
  const isFirst = token === undefined || (token === "" && options.refuseToken === undefined);
  const last = isFirst ? undefined : openToken(question, token);
  if (!isFirst && last === undefined) throw refuseToken(token);
  const start = last === undefined ? 0 : findStart(digestAt, items.length, last);
  const end = start + (maxResults ?? items.length);
  const page = items.slice(start, end);
  if (end >= items.length) return { items: page };
  const anchors = page.slice(-ANCHORS).map((_item, index, last) => digestAt(end - last.length + index));
  return { items: page, NextToken: seal(question, { offset: end, anchors: anchors.reverse() }) };
}
