import type { Capture } from "@/lib/core/network/snapshot";
import { nextStepOf } from "../aws/errors/next-step-of";
import { toAwsApiError } from "../aws/errors/to-aws-api-error";
import { toAwsFailure } from "../aws/errors/aws-failure";
import type { ServerContext } from "../context";
import { countItems } from "../store/snapshot-store/count-items";
import { deleteCaptures } from "../store/snapshot-store/delete-snapshot-rows";
import { deleteUnusedChunks } from "../store/snapshot-store/delete-unused-chunks";
import { lockLiveSnapshots } from "../store/snapshot-store/lock-live-snapshots";
import { saveCapture } from "../store/snapshot-store/save-capture";
import { findSnapshotRow, updateCollecting } from "../store/snapshot-store/snapshot-rows";
import { collectCapture, type CollectedCapture } from "./collect-capture";
import { followSnapshot, type FollowedSnapshot } from "./follow-snapshot";
import { publishSnapshot } from "./publish-snapshot";
import type { CollectProgress } from "./reading/reading";

export interface CollectionJob {
  snapshotId: string;
  regions: string[];
}

/**
 * Reads the regions of a live snapshot and ends it: ready, or failed with a sentence. Begins anew where an earlier run
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
    const collected = await collectRegions(ctx, job, followed, signal);
    await followed.stop();
    await finish(ctx, snapshotId, collected);
  } catch (error) {
    await followed.stop();
    stopping.throwIfAborted();
    if (!followed.signal.aborted) await fail(ctx, snapshotId, error);
  } finally {
    await removeUnfinished(ctx, snapshotId, stopping);
  }
}

async function beginAnew(ctx: ServerContext, snapshotId: string): Promise<boolean> {
  const started = await ctx.database.transaction(async (tx) => {
    const row = await updateCollecting(tx, snapshotId, { capturedAt: ctx.clock.now() });
    return row === undefined ? undefined : deleteCaptures(tx, snapshotId);
  });
  if (started !== undefined) await deleteUnusedChunks(ctx.database, started);
  return started !== undefined;
}

async function collectRegions(
  ctx: ServerContext,
  { snapshotId, regions }: CollectionJob,
  followed: FollowedSnapshot,
  signal: AbortSignal,
): Promise<CollectedCapture[]> {
  const progress = new Map<string, CollectProgress>();
  return Promise.all(
    regions.map(async (region) => {
      const collected = await collectCapture({
        aws: ctx.aws,
        clock: ctx.clock,
        region,
        signal,
        onProgress: (one) => {
          progress.set(region, one);
          followed.report(sum([...progress.values()], one.currentCall));
        },
      });
      signal.throwIfAborted();
      await saveCapture(ctx.database, { id: ctx.ids.uuid(), snapshotId }, collected.capture);
      return collected;
    }),
  );
}

function sum(all: readonly CollectProgress[], currentCall: string | undefined): CollectProgress {
  const total = (key: "callsDone" | "callsTotal" | "items") =>
    all.reduce((count, one) => count + one[key], 0);
  return {
    callsDone: total("callsDone"),
    callsTotal: total("callsTotal"),
    items: total("items"),
    ...(currentCall === undefined ? {} : { currentCall }),
  };
}

/** A region that could not be reached is a gap beside others that could; without any other the reading failed. */
async function finish(
  ctx: ServerContext,
  snapshotId: string,
  collected: readonly CollectedCapture[],
): Promise<void> {
  const outage = collected.every((one) => one.outage !== undefined) ? collected[0]?.outage : undefined;
  const captures = collected.map(({ capture }) => capture);
  await ctx.database.transaction(async (tx) => {
    await lockLiveSnapshots(tx);
    const row = await updateCollecting(tx, snapshotId, {
      status: outage === undefined ? "ready" : "failed",
      counts: await countItems(tx, snapshotId),
      accounts: distinct(captures.map(({ accountId }: Capture) => accountId)),
      progress: null,
      ...(outage === undefined ? {} : { error: sentence(outage) }),
    });
    if (row !== undefined) await publishSnapshot(ctx, tx, row);
  });
}

async function fail(ctx: ServerContext, snapshotId: string, error: unknown): Promise<void> {
  ctx.log.error("collecting failed", { snapshotId }, error);
  await ctx.database.transaction(async (tx) => {
    const row = await updateCollecting(tx, snapshotId, {
      status: "failed",
      progress: null,
      error: "Something went wrong inside Mooring while it read AWS. Its log says more.",
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
