import type { CapturePart } from "./capture-parts";
import { encodeChunks, type EncodedChunk } from "./encode-chunks";

/** A chunk and its place in a capture. */
export interface PlacedChunk extends EncodedChunk {
  /** Of `CapturePart`. */
  partName: string;
  ordinal: number;
}

/** The chunks of one part, in their order. */
export function placeChunks(partName: string, chunks: readonly EncodedChunk[]): PlacedChunk[] {
  return chunks.map((chunk, ordinal) => ({ ...chunk, partName, ordinal }));
}

/** All chunks of all parts, each encoded when it is asked for. */
export async function* placeParts(parts: readonly CapturePart[]): AsyncGenerator<PlacedChunk> {
  for (const { name, items } of parts) {
    let ordinal = 0;
    for await (const chunk of encodeChunks(items)) {
      yield { ...chunk, partName: name, ordinal };
      ordinal += 1;
    }
  }
}
