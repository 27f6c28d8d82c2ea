import { setImmediate as turn } from "node:timers/promises";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { buildNetworkInSteps } from "@/lib/core/network/build-network";
import type { Network } from "@/lib/core/network/network";
import type { ServerContext } from "../../context";
import { ApiError } from "../../http/api-error";
import type { Database } from "../../store/database";
import { loadCaptures } from "../../store/snapshot-store/load-captures";
import { findNewestLive, listSnapshotRows } from "../../store/snapshot-store/snapshot-rows";
import { getSnapshot } from "./get-snapshot";
import { toSnapshotFailure } from "./snapshot-failure";

export interface LoadedNetwork {
  network: Network;
  snapshot: SnapshotSummary;
}

/** A snapshot never changes, so its network is kept: the one that all look at, and a few that somebody compares. */
const MAX_NETWORKS = 4;
const networks = new WeakMap<Database, Map<string, Promise<LoadedNetwork>>>();

/**
 * The network of a snapshot, by default of the newest live one. Shared: whoever asks while it is loaded waits for the
 * same. Throws ApiError: `not_found`, `no_snapshot` while there is no live one, `not_ready` or `conflict` where the
 * one that is asked for is being made or failed.
 */
export async function getNetwork({
  ctx,
  snapshotId,
}: {
  ctx: Pick<ServerContext, "database">;
  snapshotId?: string | undefined;
}): Promise<LoadedNetwork> {
  const id = snapshotId ?? (await newestLiveId(ctx));
  const cache = networks.get(ctx.database) ?? new Map<string, Promise<LoadedNetwork>>();
  networks.set(ctx.database, cache);
  const known = cache.get(id);
  if (known !== undefined) {
    // A snapshot may have been deleted since.
    if (snapshotId !== undefined) await getSnapshot(ctx, id, "snapshotId");
    cache.delete(id);
    cache.set(id, known);
    return known;
  }
  const loading = load(ctx, id);
  cache.set(id, loading);
  const [oldest] = cache.keys();
  if (cache.size > MAX_NETWORKS && oldest !== undefined) cache.delete(oldest);
  try {
    return await loading;
  } catch (error) {
    if (cache.get(id) === loading) cache.delete(id);
    throw error;
  }
}

async function load(ctx: Pick<ServerContext, "database">, id: string): Promise<LoadedNetwork> {
  const snapshot = await getSnapshot(ctx, id, "snapshotId");
  requireReady(snapshot);
  const steps = buildNetworkInSteps({ captures: await loadCaptures(ctx.database, id) });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { network: step.value, snapshot };
    await turn();
  }
}

function requireReady(snapshot: SnapshotSummary): void {
  switch (snapshot.status) {
    case "ready":
      return;
    case "collecting":
      throw new ApiError("not_ready", `Snapshot ${snapshot.id} is still being made.`, {
        retryAfterSeconds: 1,
      });
    case "failed":
    case "canceled":
      throw new ApiError(
        "conflict",
        `Snapshot ${snapshot.id} is ${snapshot.status}: it holds nothing to look at.`,
        {
          field: "snapshotId",
        },
      );
  }
}

async function newestLiveId({ database }: Pick<ServerContext, "database">): Promise<string> {
  const newest = await findNewestLive(database.db);
  if (newest !== undefined) return newest.id;
  const latest = (await listSnapshotRows(database.db)).find(({ source }) => source === "live");
  if (latest?.status === "collecting") {
    throw new ApiError("no_snapshot", "Mooring is reading AWS for the first time.", {
      nextStep: "Wait a moment: this answers as soon as the first snapshot is ready.",
      retryAfterSeconds: 2,
    });
  }
  if (latest?.status === "failed") throw await unread({ database }, latest.id);
  throw new ApiError("no_snapshot", "AWS has not been read yet.", {
    nextStep: "Read AWS on the Snapshots page, or with POST /api/snapshots.",
  });
}

/** What stopped the first reading, which is tried again by itself. */
async function unread(ctx: Pick<ServerContext, "database">, id: string): Promise<ApiError> {
  const { message, nextStep, aws } = toSnapshotFailure(await getSnapshot(ctx, id));
  return new ApiError("no_snapshot", `AWS could not be read: ${message}`, {
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(aws === undefined ? {} : { aws }),
    retryAfterSeconds: 30,
  });
}
