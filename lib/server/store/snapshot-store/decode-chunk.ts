import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** The JSON of a chunk as `encodeChunks` wrote it, unpacked off the event loop. Rejects where the bytes are no gzip. */
export const unpackChunk = promisify<Uint8Array, Buffer>(gunzip);

/** The items in an unpacked chunk. Throws where it is not such a chunk. */
export function parseChunk(json: Buffer): unknown[] {
  const items: unknown = JSON.parse(json.toString("utf8"));
  if (!Array.isArray(items)) throw new Error("A stored chunk is not a JSON array.");
  return items as unknown[];
}
