import type { IncomingMessage } from "node:http";

/** Past this nobody is talking to us in good faith: the connection is cut. */
const DRAIN_BYTES = 256 * 1024 * 1024;

/**
 * The whole body, or `too-large`. What is too large is read to its end and dropped, so that the client gets to see the
 * answer. Rejects when the client goes away.
 */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Uint8Array | "too-large"> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    if (size > DRAIN_BYTES) throw new Error("The request's body does not end.");
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > maxBytes ? "too-large" : Buffer.concat(chunks);
}
