import type { ServerContext } from "../../context";
import { deleteCaptures } from "../../store/snapshot-store/delete-snapshot-rows";
import { deleteUnusedChunks } from "../../store/snapshot-store/delete-unused-chunks";
import type { PlacedChunk } from "../../store/snapshot-store/place-parts";
import { insertCapture } from "../../store/snapshot-store/save-capture";
import { updateCollecting } from "../../store/snapshot-store/snapshot-rows";
import { writeChunks } from "../../store/snapshot-store/write-chunks";
import { followSnapshot, type FollowedSnapshot } from "../follow-snapshot";
import type { ParsedImport } from "./import-messages";
import { publishSnapshot } from "../publish-snapshot";
import type { ImportRun } from "./run-import-worker";

export interface StoreImportInput {
  snapshotId: string;
  parsed: ParsedImport;
  run: ImportRun;
  bodyBytes?: number | undefined;
}

/**
 * Stores what the worker sends, telling how far it is, and ends the snapshot: ready, or failed. Resolves too where
 * somebody canceled it; rejects with what broke.
 */
export async function storeImport(ctx: ServerContext, input: StoreImportInput): Promise<void> {
  const { snapshotId, run } = input;
  const followed = followSnapshot(ctx, snapshotId);
  try {
    await storeChunks(ctx, input, followed);
    await followed.stop();
    if (followed.signal.aborted) await removeContent(ctx, snapshotId);
    else await end(ctx, snapshotId, { status: "ready", progress: null });
  } catch (error) {
    await followed.stop();
    const message = "The import broke off inside Mooring. Its log says more.";
    await end(ctx, snapshotId, { status: "failed", progress: null, error: message });
    await removeContent(ctx, snapshotId);
    if (!followed.signal.aborted) throw error;
  } finally {
    await run.stop();
  }
}

async function storeChunks(
  ctx: ServerContext,
  { snapshotId, parsed, run, bodyBytes }: StoreImportInput,
  followed: FollowedSnapshot,
): Promise<void> {
  const ids = parsed.captures.map(() => ctx.ids.uuid());
  for (const [index, capture] of parsed.captures.entries()) {
    await insertCapture(ctx.database.db, { ...capture, id: ids[index] ?? ctx.ids.uuid(), snapshotId });
  }
  const progress = startCounting(parsed, bodyBytes);
  for await (const { captureIndex, chunks } of run.chunks()) {
    if (followed.signal.aborted) return;
    const captureId = ids[captureIndex];
    if (captureId === undefined)
      throw new Error(`The import's worker named capture ${String(captureIndex)}.`);
    await writeChunks(ctx.database, captureId, chunks);
    followed.report(progress(chunks));
  }
}

/** Parts count as calls: each is what one call answered. */
function startCounting({ counts }: ParsedImport, bodyBytes: number | undefined) {
  const parts = new Set<string>();
  let items = 0;
  let bytesDone = 0;
  return (chunks: readonly PlacedChunk[]) => {
    for (const chunk of chunks) {
      parts.add(chunk.partName);
      items += chunk.itemCount;
      bytesDone += chunk.size;
    }
    const callsTotal = Math.max(Object.keys(counts).length, parts.size);
    const bytes = bodyBytes === undefined ? {} : { bytesTotal: bodyBytes };
    return {
      callsDone: parts.size,
      callsTotal,
      items,
      bytesDone: Math.min(bytesDone, bodyBytes ?? bytesDone),
      ...bytes,
    };
  };
}

async function end(
  ctx: ServerContext,
  snapshotId: string,
  change: Parameters<typeof updateCollecting>[2],
): Promise<void> {
  await ctx.database.transaction(async (tx) => {
    const row = await updateCollecting(tx, snapshotId, change);
    if (row !== undefined) await publishSnapshot(ctx, tx, row);
  });
}

async function removeContent(ctx: ServerContext, snapshotId: string): Promise<void> {
  const hashes = await ctx.database.transaction((tx) => deleteCaptures(tx, snapshotId));
  await deleteUnusedChunks(ctx.database, hashes);
}
