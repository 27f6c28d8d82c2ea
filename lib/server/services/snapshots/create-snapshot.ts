import { createSnapshotInput, type SnapshotSummary } from "@/lib/contract/snapshots";
import type { RequestContext } from "../../context";
import { parseInput } from "../../http/request/parse-input";
import { collectSnapshot } from "./collect-snapshot";
import { importSnapshot } from "./import-snapshot";

export interface CreateSnapshotRequest {
  /** The request's JSON, unread. */
  body: AsyncIterable<Uint8Array>;
  /** What the client announced that it sends. */
  bodyBytes?: number | undefined;
  /** Answer when the work is begun, not when it is finished. */
  isAsync: boolean;
}

/** A request to read AWS is this small; anything larger can only be an import. */
const LARGEST_LIVE_REQUEST = 64 * 1024;

/**
 * Reads AWS or imports, as the body says. Only a small body is looked at here: a large one is parsed by the import's
 * worker. Throws ApiError.
 */
export async function createSnapshot(
  ctx: RequestContext,
  { body, bodyBytes, isAsync }: CreateSnapshotRequest,
): Promise<SnapshotSummary> {
  const { start, rest, text } = await readStart(body);
  const live = text === undefined ? undefined : toLiveRequest(text);
  if (live !== undefined) {
    const input = parseInput(createSnapshotInput, live);
    if (input.source === "live") return collectSnapshot(ctx, input, isAsync);
  }
  return importSnapshot(ctx, { body: joined(start, rest), bodyBytes, isAsync });
}

/** The body's beginning; its text where it ended there. */
async function readStart(body: AsyncIterable<Uint8Array>) {
  const rest = body[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let bytes = 0;
  while (bytes <= LARGEST_LIVE_REQUEST) {
    const next = await rest.next();
    if (next.done === true) return { start, rest, text: Buffer.concat(start).toString("utf8") };
    start.push(next.value);
    bytes += next.value.byteLength;
  }
  return { start, rest, text: undefined };
}

/** What is not JSON, or says that it is an import, is left to the import, which says what is wrong with it. */
function toLiveRequest(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const isImport = typeof value === "object" && value !== null && Reflect.get(value, "source") === "import";
    return isImport ? undefined : value;
  } catch {
    return undefined;
  }
}

async function* joined(
  start: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}
