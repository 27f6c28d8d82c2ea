import type { CoverageEntry } from "@/lib/core/network/snapshot";
import type { ServerContext } from "../../context";
import type { Transaction } from "../../store/database";
import { copyChunks } from "../../store/snapshot-store/copy-chunks";
import { countItems } from "../../store/snapshot-store/count-items";
import { listCaptures, loadParts, type StoredCapture } from "../../store/snapshot-store/load-captures";
import { lockLiveSnapshots } from "../../store/snapshot-store/lock-live-snapshots";
import { placeParts, type PlacedChunk } from "../../store/snapshot-store/place-parts";
import { insertCapture } from "../../store/snapshot-store/save-capture";
import {
  findNewestLive,
  insertSnapshot,
  updateCollecting,
  type SnapshotRow,
} from "../../store/snapshot-store/snapshot-rows";
import { insertChunks } from "../../store/snapshot-store/write-chunks";
import { mergeStates } from "./merge-states";
import { publishSnapshot } from "../publish-snapshot";
import type { Touched } from "./read-touched";

const STATES = "FunctionStates";

/**
 * Adds a snapshot that is `base` but for what was read again. Undefined, and nothing is stored, where `base` is no
 * longer the newest, or was itself read later.
 */
export async function saveTouched(
  ctx: ServerContext,
  base: SnapshotRow,
  touched: Touched,
): Promise<string | undefined> {
  if (base.capturedAt >= touched.readAt) return undefined;
  const captures = await listCaptures(ctx.database.db, base.id);
  const target = captures.find(({ region }) => region === touched.region);
  if (target === undefined) throw new Error(`Snapshot ${base.id} holds no capture of ${touched.region}.`);
  const placed = await encodeTouched(ctx, target, touched);
  return ctx.database.transaction(async (tx) => {
    await lockLiveSnapshots(tx);
    if ((await findNewestLive(tx))?.id !== base.id) return undefined;
    const row = await insertSnapshot(tx, {
      ...base,
      id: ctx.ids.uuid(),
      capturedAt: touched.readAt,
      createdAt: ctx.clock.now(),
      status: "collecting",
    });
    for (const capture of captures) {
      if (capture.id === target.id) await addTouched(ctx, tx, row.id, { capture, touched, placed });
      else await addCopy(ctx, tx, row.id, capture);
    }
    const counts = await countItems(tx, row.id);
    const ready = await updateCollecting(tx, row.id, { status: "ready", counts });
    if (ready !== undefined) await publishSnapshot(ctx, tx, ready);
    return row.id;
  });
}

/** Encoded before the transaction, which holds the embedded database's one connection. */
async function encodeTouched(
  ctx: ServerContext,
  target: StoredCapture,
  { functionArn, whole, state }: Touched,
): Promise<PlacedChunk[]> {
  const known = await loadParts(ctx.database, target.id, [STATES]);
  const functions = whole.find(({ resourceKey }) => resourceKey === "Functions")?.items;
  const states = mergeStates(known[0]?.items ?? [], functionArn, state.items ?? [], functions);
  const parts = whole.flatMap(({ resourceKey, items }) =>
    items === undefined ? [] : [{ name: resourceKey, items }],
  );
  const placed: PlacedChunk[] = [];
  for await (const chunk of placeParts([...parts, { name: STATES, items: states }])) placed.push(chunk);
  return placed;
}

async function addTouched(
  ctx: ServerContext,
  tx: Transaction,
  snapshotId: string,
  { capture, touched, placed }: { capture: StoredCapture; touched: Touched; placed: readonly PlacedChunk[] },
): Promise<void> {
  const id = ctx.ids.uuid();
  const stateCount = placed.reduce((sum, one) => sum + (one.partName === STATES ? one.itemCount : 0), 0);
  await insertCapture(tx, {
    ...capture,
    id,
    snapshotId,
    capturedAt: touched.readAt.toISOString(),
    coverage: mergeCoverage(capture.coverage, touched, stateCount),
  });
  const readAgain = [...touched.whole.map(({ resourceKey }) => resourceKey), STATES];
  await copyChunks(tx, capture.id, id, readAgain);
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

/** One function's state read again does not close a gap that other functions' states left. */
function mergeCoverage(
  known: readonly CoverageEntry[],
  { whole, state }: Touched,
  stateCount: number,
): CoverageEntry[] {
  const byCall = new Map(whole.map(({ coverage }) => [coverage.call, coverage]));
  return known.map((entry) => {
    if (entry.call !== state.coverage.call) return byCall.get(entry.call) ?? entry;
    if (entry.status !== "ok") return entry;
    return { ...state.coverage, items: stateCount };
  });
}
