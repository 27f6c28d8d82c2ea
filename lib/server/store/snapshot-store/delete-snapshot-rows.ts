import { eq } from "drizzle-orm";
import type { Transaction } from "../database";
import { captureChunks, captures } from "../schema/captures";
import { snapshots } from "../schema/snapshots";

/**
 * Deletes a snapshot with its captures. Gives the hashes of the chunks that it held, for `deleteUnusedChunks`;
 * undefined where there was no such snapshot.
 */
export async function deleteSnapshotRows(tx: Transaction, snapshotId: string): Promise<string[] | undefined> {
  const hashes = await deleteCaptures(tx, snapshotId);
  const deleted = await tx
    .delete(snapshots)
    .where(eq(snapshots.id, snapshotId))
    .returning({ id: snapshots.id });
  return deleted.length === 0 ? undefined : hashes;
}

/** Deletes what is stored of a snapshot that is begun anew, or will not be finished. Gives its chunks' hashes. */
export async function deleteCaptures(tx: Transaction, snapshotId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ hash: captureChunks.chunkHash })
    .from(captureChunks)
    .innerJoin(captures, eq(captures.id, captureChunks.captureId))
    .where(eq(captures.snapshotId, snapshotId));
  await tx.delete(captures).where(eq(captures.snapshotId, snapshotId));
  return rows.map(({ hash }) => hash);
}
