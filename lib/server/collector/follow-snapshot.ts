import type { ServerContext } from "../context";
import { findSnapshotRow, updateCollecting } from "../store/snapshot-store/snapshot-rows";
import { publishSnapshot } from "./publish-snapshot";
import type { CollectProgress } from "./reading/reading";

/** Four a second is as smooth as an eye wants; each is a write and an event. */
const PROGRESS_EVERY_MS = 250;
/** A cancel may come from another instance, by way of the database, while nothing progresses. */
const LOOK_EVERY_MS = 500;

export interface FollowedSnapshot {
  /** Aborted when somebody canceled or deleted the snapshot. */
  signal: AbortSignal;
  report(progress: CollectProgress): void;
  /** Resolves when nothing more is written. */
  stop(): Promise<void>;
}

/** Keeps a snapshot's progress in the store while it is made, and hears of its end by another hand. */
export function followSnapshot(ctx: ServerContext, snapshotId: string): FollowedSnapshot {
  const ended = new AbortController();
  let latest: CollectProgress | undefined;
  let writing = Promise.resolve();
  let isStopped = false;

  const end = () => {
    ended.abort(new Error("The snapshot was canceled."));
  };
  const write = async () => {
    const progress = latest;
    latest = undefined;
    if (progress === undefined || isStopped) return;
    const isThere = await ctx.database.transaction(async (tx) => {
      const row = await updateCollecting(tx, snapshotId, { progress });
      if (row !== undefined) await publishSnapshot(ctx, tx, row);
      return row !== undefined;
    });
    if (!isThere) end();
  };
  const look = async () => {
    const row = await findSnapshotRow(ctx.database.db, snapshotId);
    if (row?.status !== "collecting") end();
  };
  const inTurn = (work: () => Promise<void>) => {
    writing = writing.then(work).catch((error: unknown) => {
      ctx.log.error("progress not recorded", { snapshotId }, error);
    });
  };
  const timers = [
    setInterval(() => {
      if (latest !== undefined) inTurn(write);
    }, PROGRESS_EVERY_MS),
    setInterval(() => {
      inTurn(look);
    }, LOOK_EVERY_MS),
  ];

  return {
    signal: ended.signal,
    report: (progress) => {
      latest = progress;
    },
    stop: async () => {
      isStopped = true;
      timers.forEach(clearInterval);
      await writing;
    },
  };
}
