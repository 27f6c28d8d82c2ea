import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const decompress = promisify<Uint8Array, Buffer>(gunzip);

/** The items of a chunk as `encodeChunks` wrote them. Throws where the bytes are not such a chunk. */
export async function decodeChunk(data: Uint8Array): Promise<unknown[]> {
  const items: unknown = JSON.parse((await decompress(data)).toString("utf8"));
  if (!Array.isArray(items)) throw new Error("A stored chunk is not a JSON array.");
  return items as unknown[];
}
