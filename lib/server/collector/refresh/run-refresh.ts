import { setTimeout as delay } from "node:timers/promises";
import { CHANGING_KEYS } from "@/lib/core/network/states/changing-kinds";
import type { ServerContext } from "../../context";
import { findNewestLive, findSnapshotRow, type SnapshotRow } from "../../store/snapshot-store/snapshot-rows";
import { listCaptures } from "../../store/snapshot-store/load-captures";
import { PLACES_AT_ONCE, type PlacesReport } from "../collect-places";
import { findPlace, type Place } from "../places";
import { limitConcurrency } from "../reading/limit-concurrency";
import type { CollectProgress } from "../reading/reading";
import { readAgain, type Reread } from "./read-again";
import { saveReread } from "./save-reread";

export interface RefreshRun {
  snapshotId: string;
  regions: readonly string[];
  /** All that the base holds of the regions where not given. */
  accountIds?: readonly string[] | undefined;
  /** What is refreshed; the newest live snapshot where not given. */
  baseId?: string | undefined;
  signal: AbortSignal;
  /** Told how many places are read. */
  onPlaces(count: number): PlacesReport;
}

const MAX_ATTEMPTS = 4;
/** Functions changed or in flight; of those never read, only new ones. */
const LIMITS = { mostUnknown: 0, mostChanged: 200 };

/**
 * Ends a snapshot that is being made as the newest one with what can change soon read again. False, and nothing is
 * stored, where there is none to take the rest from, or where others kept coming between: then all is to be read.
 */
export async function runRefresh(ctx: ServerContext, run: RefreshRun): Promise<boolean> {
  const { snapshotId, signal } = run;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    const newest = await findNewestLive(ctx.database.db);
    const base = run.baseId === undefined ? newest : await findReady(ctx, run.baseId);
    if (newest === undefined || base === undefined) return false;
    const places = await findPlaces(ctx, base, run);
    if (places === undefined) return false;
    const rereads = await readAll(ctx, base, places, run);
    signal.throwIfAborted();
    if ((await saveReread(ctx, { base, newestId: newest.id, snapshotId }, rereads)) !== undefined)
      return true;
    await delay(attempt * 50, undefined, { signal });
  }
  return false;
}

interface BasePlace {
  place: Place;
  captureId: string;
}

/** What is to be read again; undefined where the base does not hold it, or nothing says how it is entered. */
async function findPlaces(
  ctx: ServerContext,
  base: SnapshotRow,
  { regions, accountIds, signal }: RefreshRun,
): Promise<BasePlace[] | undefined> {
  const captures = (await listCaptures(ctx.database.db, base.id)).filter(
    ({ accountId, region }) =>
      regions.includes(region ?? "") && (accountIds === undefined || accountIds.includes(accountId ?? "")),
  );
  const isHeld =
    regions.every((region) => captures.some((capture) => capture.region === region)) &&
    (accountIds ?? []).every((accountId) => captures.some((capture) => capture.accountId === accountId));
  if (!isHeld) return undefined;
  const places: BasePlace[] = [];
  for (const capture of captures) {
    places.push({ place: await findPlace(ctx, capture, signal), captureId: capture.id });
  }
  const isEnterable = ctx.config.readRole !== null || places.every(({ place }) => place.isOwn);
  return isEnterable ? places : undefined;
}

/** A place that AWS does not let be read now stays as it was, unless that is so of all of them. */
async function readAll(
  ctx: ServerContext,
  base: SnapshotRow,
  places: readonly BasePlace[],
  run: RefreshRun,
): Promise<Reread[]> {
  const limits = { ...LIMITS, since: base.capturedAt.toISOString() };
  const limit = limitConcurrency(PLACES_AT_ONCE);
  const { signal } = run;
  const report = run.onPlaces(places.length);
  const results = await Promise.allSettled(
    places.map(({ place, captureId }) =>
      limit(async () => {
        const onProgress = (progress: CollectProgress) => {
          report.progress(place, progress);
        };
        const input = { place, captureId, signal, keys: CHANGING_KEYS, limits, onProgress };
        const reread = await readAgain(ctx, base, input);
        report.done();
        return reread;
      }),
    ),
  );
  signal.throwIfAborted();
  const rereads = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  const failed = results.find((result) => result.status === "rejected");
  // Whatever reading rejected with.
  if (failed !== undefined && rereads.length === 0) throw failed.reason as Error;
  return rereads;
}

async function findReady(ctx: ServerContext, id: string): Promise<SnapshotRow | undefined> {
  const row = await findSnapshotRow(ctx.database.db, id);
  return row?.status === "ready" ? row : undefined;
}
