import type { CoverageEntry } from "@/lib/core/network/snapshot";
import type { ServerContext } from "../../context";
import type { Transaction } from "../../store/database";
import { deleteKeptStates } from "../../store/queries/function-states";
import { copyChunks } from "../../store/snapshot-store/copy-chunks";
import { countItems } from "../../store/snapshot-store/count-items";
import { listCaptures, type StoredCapture } from "../../store/snapshot-store/load-captures";
import { lockLiveSnapshots } from "../../store/snapshot-store/lock-live-snapshots";
import { placeChunks } from "../../store/snapshot-store/place-parts";
import { insertCapture } from "../../store/snapshot-store/save-capture";
import {
  findNewestLive,
  insertSnapshot,
  updateCollecting,
  type SnapshotRow,
} from "../../store/snapshot-store/snapshot-rows";
import { insertChunks } from "../../store/snapshot-store/write-chunks";
import { publishSnapshot } from "../publish-snapshot";
import type { ReadCall } from "../reading/region-reader";
import type { Reread } from "./read-again";

export interface RereadTarget {
  /** What all else is taken from. */
  base: SnapshotRow;
  /** The newest live snapshot when reading began; normally the base. */
  newestId: string;
  /** A snapshot that is being made, to be finished; a new one where not given. */
  snapshotId?: string;
}

/**
 * A snapshot that is `base` but for what was read again. Undefined, and nothing is stored, where another one is the
 * newest by now, or it was itself read later: then this reading may be older than what it would replace.
 */
export async function saveReread(
  ctx: ServerContext,
  target: RereadTarget,
  rereads: readonly Reread[],
): Promise<string | undefined> {
  const { base } = target;
  const readAt = new Date(Math.min(...rereads.map((one) => one.readAt.getTime())));
  if (base.capturedAt >= readAt) return undefined;
  const captures = await listCaptures(ctx.database.db, base.id);
  return ctx.database.transaction(async (tx) => {
    await lockLiveSnapshots(tx);
    if ((await findNewestLive(tx))?.id !== target.newestId) return undefined;
    const row = await openRow(ctx, tx, target, readAt);
    // Canceled or deleted meanwhile: whoever did that has the last word.
    if (row === undefined) return target.snapshotId;
    for (const capture of captures) {
      const reread = rereads.find(({ captureId }) => captureId === capture.id);
      if (reread === undefined) await addCopy(ctx, tx, row.id, capture);
      else await addReread(ctx, tx, row.id, { capture, reread });
    }
    const places = rereads.map(({ place }) => place);
    await deleteKeptStates(tx, places, readAt);
    const counts = await countItems(tx, row.id);
    const ready = await updateCollecting(tx, row.id, {
      status: "ready",
      counts,
      progress: null,
      endedAt: ctx.clock.now(),
    });
    if (ready !== undefined) await publishSnapshot(ctx, tx, ready);
    return row.id;
  });
}

async function openRow(
  ctx: ServerContext,
  tx: Transaction,
  { base, snapshotId }: RereadTarget,
  capturedAt: Date,
): Promise<SnapshotRow | undefined> {
  const { accounts, regions, warnings } = base;
  if (snapshotId !== undefined)
    return updateCollecting(tx, snapshotId, { capturedAt, accounts, regions, warnings });
  return insertSnapshot(tx, {
    id: ctx.ids.uuid(),
    name: base.name,
    source: "live",
    scope: "changing",
    accounts,
    regions,
    warnings,
    capturedAt,
    createdAt: ctx.clock.now(),
    status: "collecting",
  });
}

async function addReread(
  ctx: ServerContext,
  tx: Transaction,
  snapshotId: string,
  { capture, reread }: { capture: StoredCapture; reread: Reread },
): Promise<void> {
  const id = ctx.ids.uuid();
  await insertCapture(tx, {
    ...capture,
    id,
    snapshotId,
    capturedAt: reread.readAt.toISOString(),
    coverage: mergeCoverage(capture.coverage, reread.calls),
  });
  const readAgain = reread.calls.map(({ resourceKey }) => resourceKey);
  await copyChunks(tx, capture.id, id, readAgain);
  const placed = reread.calls.flatMap(({ resourceKey, chunks = [] }) => placeChunks(resourceKey, chunks));
  await insertChunks(tx, id, placed);
}

async function addCopy(
  ctx: ServerContext,
  tx: Transaction,
  snapshotId: string,
  capture: StoredCapture,
): Promise<void> {
  const id = ctx.ids.uuid();
  await insertCapture(tx, { ...capture, id, snapshotId });
  await copyChunks(tx, capture.id, id, []);
}

/** Some functions' states read again do not close a gap that other functions' states left. */
function mergeCoverage(known: readonly CoverageEntry[], calls: readonly ReadCall[]): CoverageEntry[] {
  const read = new Map(calls.map(({ coverage }) => [coverage.call, coverage]));
  const merged = known.map((entry) =>
    entry.call === "GetFunction" && entry.status !== "ok" ? entry : (read.get(entry.call) ?? entry),
  );
  const names = new Set(known.map(({ call }) => call));
  return [...merged, ...[...read.values()].filter(({ call }) => !names.has(call))];
}
