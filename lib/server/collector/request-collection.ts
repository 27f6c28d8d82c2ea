import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { writeAudit } from "../audit/write-audit";
import type { ServerContext } from "../context";
import type { Transaction } from "../store/database";
import { insertSnapshot, listCollecting } from "../store/snapshot-store/snapshot-rows";
import { publishSnapshot } from "./publish-snapshot";
import type { CollectionJob } from "./run-collection";

export interface CollectionRequest {
  regions: readonly string[];
  /** All where not given. */
  scope?: CollectionJob["scope"];
  /** For a refresh: what all else is taken from; the newest live snapshot where not given. */
  baseId?: string;
  actor: string;
  correlationId: string;
}

/** Begins a live snapshot, or joins one: a refresh of regions that are being read now would tell nothing new. */
export async function requestCollection(
  ctx: ServerContext,
  request: CollectionRequest,
): Promise<SnapshotSummary> {
  return ctx.database.transaction(async (tx) => {
    const joined = request.scope === "changing" ? await findRunning(ctx, tx, request.regions) : undefined;
    if (joined === undefined) return beginCollection(ctx, tx, request);
    await audit(tx, request, joined.id, { joined: true });
    return publishSnapshot(ctx, tx, joined);
  });
}

/** Its row, its job, its audit row and its event, or none of them. */
export async function beginCollection(
  ctx: ServerContext,
  tx: Transaction,
  request: CollectionRequest,
): Promise<SnapshotSummary> {
  const { scope = "all", baseId } = request;
  const regions = [...new Set(request.regions)];
  const id = ctx.ids.uuid();
  const now = ctx.clock.now();
  const row = await insertSnapshot(tx, {
    id,
    name: `Live ${regions.join(", ")}`,
    source: "live",
    status: "collecting",
    scope,
    capturedAt: now,
    createdAt: now,
    regions,
    progress: { callsDone: 0, callsTotal: 0, items: 0 },
  });
  const job: CollectionJob = {
    snapshotId: id,
    regions,
    scope,
    ...(baseId === undefined ? {} : { baseId }),
  };
  await ctx.jobs.send("collect", job, { singletonKey: id, tx });
  await audit(tx, request, id, scope === "all" ? { regions } : { regions, scope });
  return publishSnapshot(ctx, tx, row);
}

async function findRunning(ctx: ServerContext, tx: Transaction, regions: readonly string[]) {
  const running = await listCollecting(tx, "live", new Date(ctx.clock.now().getTime() + 1));
  return running.find((row) => regions.every((region) => row.regions.includes(region)));
}

async function audit(
  tx: Transaction,
  { actor, correlationId }: CollectionRequest,
  resource: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await writeAudit(tx, {
    actor,
    action: "snapshot.collect",
    resource,
    outcome: "succeeded",
    correlationId,
    detail,
  });
}
