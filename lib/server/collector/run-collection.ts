import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { findCallOfError } from "../aws/errors/call-of-error";
import { nextStepOf } from "../aws/errors/next-step-of";
import { toAwsApiError } from "../aws/errors/to-aws-api-error";
import { toAwsFailure } from "../aws/errors/aws-failure";
import type { ServerContext } from "../context";
import type { Transaction } from "../store/database";
import { deleteKeptStates } from "../store/queries/function-states";
import { countItems } from "../store/snapshot-store/count-items";
import { deleteCaptures } from "../store/snapshot-store/delete-snapshot-rows";
import { deleteUnusedChunks } from "../store/snapshot-store/delete-unused-chunks";
import { lockLiveSnapshots } from "../store/snapshot-store/lock-live-snapshots";
import {
  findNewestLive,
  findSnapshotRow,
  updateCollecting,
  type SnapshotRow,
} from "../store/snapshot-store/snapshot-rows";
import { collectPlaces, reportTo } from "./collect-places";
import { followSnapshot, type FollowedSnapshot } from "./follow-snapshot";
import { listPlaces, type Place } from "./places";
import { publishSnapshot } from "./publish-snapshot";
import type { RegionRead } from "./reading/region-reader";
import { runRefresh } from "./refresh/run-refresh";
import { beginCollection } from "./request-collection";
import { tryApplyRetention } from "./retention/apply-retention";

export interface CollectionJob {
  snapshotId: string;
  regions: string[];
  /** The caller's own where not given; for a refresh, those that its base holds. */
  accountIds?: string[];
  /** All where not given (a job of an older Mooring). */
  scope?: NonNullable<SnapshotSummary["scope"]>;
  /** What a refresh takes all else from; the newest live snapshot where not given. */
  baseId?: string;
}

/**
 * Reads the accounts and regions of a live snapshot and ends it: ready, or failed with a sentence. Begins anew where an earlier run
 * was cut off; does nothing where the snapshot is no longer being made. Rejects only where the server is stopping, or
 * the store cannot be written: the job is then run again.
 */
export async function runCollection(
  ctx: ServerContext,
  job: CollectionJob,
  stopping: AbortSignal,
): Promise<void> {
  const { snapshotId } = job;
  if (!(await beginAnew(ctx, snapshotId))) return;
  const followed = followSnapshot(ctx, snapshotId);
  const signal = AbortSignal.any([stopping, followed.signal]);
  try {
    if (!(await refresh(ctx, job, followed, signal))) {
      const places = await listPlaces(ctx, job, signal);
      const collected = await collectPlaces(ctx, { snapshotId, places, followed, signal });
      await followed.stop();
      await finish(ctx, snapshotId, places, collected);
    }
    await followed.stop();
    await tryApplyRetention(ctx);
  } catch (error) {
    await followed.stop();
    stopping.throwIfAborted();
    if (!followed.signal.aborted) await fail(ctx, snapshotId, error);
  } finally {
    await removeUnfinished(ctx, snapshotId, stopping);
  }
}

/** Whether it was a refresh and is done. */
async function refresh(
  ctx: ServerContext,
  { scope, ...job }: CollectionJob,
  followed: FollowedSnapshot,
  signal: AbortSignal,
): Promise<boolean> {
  if (scope !== "changing") return false;
  return runRefresh(ctx, { ...job, signal, onPlaces: (count) => reportTo(followed, count) });
}

async function beginAnew(ctx: ServerContext, snapshotId: string): Promise<boolean> {
  const started = await ctx.database.transaction(async (tx) => {
    const row = await updateCollecting(tx, snapshotId, { capturedAt: ctx.clock.now() });
    return row === undefined ? undefined : deleteCaptures(tx, snapshotId);
  });
  if (started !== undefined) await deleteUnusedChunks(ctx.database, started);
  return started !== undefined;
}

/** A place that could not be reached is a gap beside others that could; without any other the reading failed. */
async function finish(
  ctx: ServerContext,
  snapshotId: string,
  places: readonly Place[],
  collected: readonly RegionRead[],
): Promise<void> {
  const outage = collected.every((one) => one.outage !== undefined) ? collected[0]?.outage : undefined;
  await ctx.database.transaction(async (tx) => {
    await lockLiveSnapshots(tx);
    const row = await updateCollecting(tx, snapshotId, {
      status: outage === undefined ? "ready" : "failed",
      counts: await countItems(tx, snapshotId),
      accounts: distinct(collected.map(({ accountId }) => accountId)),
      progress: null,
      endedAt: ctx.clock.now(),
      ...(outage === undefined ? {} : { error: sentence(outage) }),
    });
    if (row === undefined) return;
    await publishSnapshot(ctx, tx, row);
    if (row.status !== "ready") return;
    const read = places.map(({ region }, index) => ({
      region,
      accountId: collected[index]?.accountId ?? null,
    }));
    await deleteKeptStates(tx, read, row.capturedAt);
    await refreshIfOvertaken(ctx, tx, row);
  });
}

/** A refresh that began later has ended earlier: it stays the newest until what is new here is refreshed as well. */
async function refreshIfOvertaken(ctx: ServerContext, tx: Transaction, row: SnapshotRow): Promise<void> {
  if ((await findNewestLive(tx))?.id === row.id) return;
  // Where another whole reading is newer, nothing here is new.
  if ((await findNewestLive(tx, "all"))?.id !== row.id) return;
  await beginCollection(ctx, tx, {
    scope: "changing",
    regions: row.regions,
    baseId: row.id,
    actor: "system",
    correlationId: ctx.ids.uuid(),
  });
}

async function fail(ctx: ServerContext, snapshotId: string, error: unknown): Promise<void> {
  ctx.log.error("collecting failed", { snapshotId }, error);
  await ctx.database.transaction(async (tx) => {
    const isAws = findCallOfError(error) !== undefined;
    const row = await updateCollecting(tx, snapshotId, {
      status: "failed",
      progress: null,
      error: isAws
        ? sentence(error)
        : "Something went wrong inside Mooring while it read AWS. Its log says more.",
    });
    if (row !== undefined) await publishSnapshot(ctx, tx, row);
  });
}

/** What a canceled reading had stored, goes; what a stopped one had, the next run deletes. */
async function removeUnfinished(
  ctx: ServerContext,
  snapshotId: string,
  stopping: AbortSignal,
): Promise<void> {
  if (stopping.aborted) return;
  const row = await findSnapshotRow(ctx.database.db, snapshotId);
  if (row !== undefined && row.status !== "canceled") return;
  const hashes = await ctx.database.transaction((tx) => deleteCaptures(tx, snapshotId));
  await deleteUnusedChunks(ctx.database, hashes);
}

function sentence(error: unknown): string {
  return `${toAwsApiError(error).message.replace(/[.\s]*$/, ".")} ${nextStepOf(toAwsFailure(error))}`;
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
