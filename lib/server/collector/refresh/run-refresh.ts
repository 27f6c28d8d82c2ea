import { setTimeout as delay } from "node:timers/promises";
import { CHANGING_KEYS } from "@/lib/core/network/states/changing-kinds";
import type { ServerContext } from "../../context";
import { findNewestLive, findSnapshotRow, type SnapshotRow } from "../../store/snapshot-store/snapshot-rows";
import type { CollectProgress } from "../reading/reading";
import { readAgain } from "./read-again";
import { saveReread } from "./save-reread";

export interface RefreshRun {
  snapshotId: string;
  regions: readonly string[];
  /** What is refreshed; the newest live snapshot where not given. */
  baseId?: string | undefined;
  signal: AbortSignal;
  onProgress(region: string, progress: CollectProgress): void;
}

const MAX_ATTEMPTS = 4;
/** Functions changed or in flight; of those never read, only new ones. */
const LIMITS = { mostUnknown: 0, mostChanged: 200 };

/**
 * Ends a snapshot that is being made as the newest one with what can change soon read again. False, and nothing is
 * stored, where there is none to take the rest from, or where others kept coming between: then all is to be read.
 */
export async function runRefresh(ctx: ServerContext, run: RefreshRun): Promise<boolean> {
  const { snapshotId, regions, signal } = run;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const newest = await findNewestLive(ctx.database.db);
    const base = run.baseId === undefined ? newest : await findReady(ctx, run.baseId);
    if (newest === undefined || base === undefined) return false;
    if (!regions.every((region) => base.regions.includes(region))) return false;
    const limits = { ...LIMITS, since: base.capturedAt.toISOString() };
    const rereads = await Promise.all(
      regions.map((region) =>
        readAgain(ctx, base, {
          region,
          signal,
          keys: CHANGING_KEYS,
          limits,
          onProgress: (progress) => {
            run.onProgress(region, progress);
          },
        }),
      ),
    );
    signal.throwIfAborted();
    if ((await saveReread(ctx, { base, newestId: newest.id, snapshotId }, rereads)) !== undefined)
      return true;
    await delay(attempt * 50, undefined, { signal });
  }
  return false;
}

async function findReady(ctx: ServerContext, id: string): Promise<SnapshotRow | undefined> {
  const row = await findSnapshotRow(ctx.database.db, id);
  return row?.status === "ready" ? row : undefined;
}
