import type { Database, Transaction } from "../database";
import { captureChunks, chunks } from "../schema/captures";
import type { PlacedChunk } from "./place-parts";
import { FOREIGN_KEY_VIOLATION, sqlStateOf } from "./sql-state";

/** Compressed bytes that one statement takes: PGlite runs it on the event loop, some 10 ms for as much. */
const BATCH_BYTES = 250_000;

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
  try {
    await database.transaction((tx) => insertChunks(tx, captureId, batch));
  } catch (error) {
    // A chunk that was there a moment ago may have gone with the last snapshot that held it: then it is written again.
    if (attempt >= 3 || sqlStateOf(error) !== FOREIGN_KEY_VIOLATION) throw error;
    await writeBatch(database, captureId, batch, attempt + 1);
  }
}

/** Stores chunks in the caller's transaction. Rejects (foreign key) where one was deleted while it was referred to. */
export async function insertChunks(
  tx: Transaction,
  captureId: string,
  placed: readonly PlacedChunk[],
): Promise<void> {
  // In the order of their hashes: two writers of the same chunks then wait for each other one way only.
  const ordered = [...placed].sort((left, right) => (left.hash < right.hash ? -1 : 1));
  if (ordered.length === 0) return;
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
}
