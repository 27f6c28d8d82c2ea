import type { Database } from "../database";
import { captureChunks, chunks } from "../schema/captures";
import type { EncodedChunk } from "./encode-chunks";
import { FOREIGN_KEY_VIOLATION, sqlStateOf } from "./sql-state";

/** A chunk and its place in a capture. */
export interface PlacedChunk extends EncodedChunk {
  /** Of `CapturePart`. */
  partName: string;
  ordinal: number;
}

/** Bytes (compressed) that one transaction takes: few enough not to hold PGlite's one connection for long. */
const BATCH_BYTES = 1_000_000;

/** Stores chunks under a capture that exists, in batches; a chunk that the store has is only referred to. */
export async function writeChunks(
  database: Database,
  captureId: string,
  placed: AsyncIterable<PlacedChunk> | Iterable<PlacedChunk>,
): Promise<void> {
  let batch: PlacedChunk[] = [];
  let bytes = 0;
  for await (const chunk of placed) {
    batch.push(chunk);
    bytes += chunk.data.byteLength;
    if (bytes < BATCH_BYTES) continue;
    await writeBatch(database, captureId, batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) await writeBatch(database, captureId, batch);
}

async function writeBatch(
  database: Database,
  captureId: string,
  batch: readonly PlacedChunk[],
  attempt = 1,
): Promise<void> {
  // In the order of their hashes: two writers of the same chunks then wait for each other one way only.
  const ordered = [...batch].sort((left, right) => (left.hash < right.hash ? -1 : 1));
  try {
    await database.transaction(async (tx) => {
      await tx
        .insert(chunks)
        .values(ordered.map(({ hash, data, size }) => ({ hash, data, size })))
        .onConflictDoNothing();
      await tx.insert(captureChunks).values(
        ordered.map(({ partName, ordinal, itemCount, hash }) => ({
          captureId,
          resourceKey: partName,
          ordinal,
          itemCount,
          chunkHash: hash,
        })),
      );
    });
  } catch (error) {
    // A chunk that was there a moment ago may have gone with the last snapshot that held it: then it is written again.
    if (attempt >= 3 || sqlStateOf(error) !== FOREIGN_KEY_VIOLATION) throw error;
    await writeBatch(database, captureId, batch, attempt + 1);
  }
}
