import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { writeAudit } from "../audit/write-audit";
import type { ServerContext } from "../context";
import { insertSnapshot } from "../store/snapshot-store/snapshot-rows";
import { publishSnapshot } from "./publish-snapshot";
import type { CollectionJob } from "./run-collection";

/** Begins a live snapshot: its row, its job, its audit row and its event, or none of them. */
export async function requestCollection(
  ctx: ServerContext,
  input: { regions: readonly string[]; actor: string; correlationId: string },
): Promise<SnapshotSummary> {
  const regions = [...new Set(input.regions)];
  const id = ctx.ids.uuid();
  return ctx.database.transaction(async (tx) => {
    const now = ctx.clock.now();
    const row = await insertSnapshot(tx, {
      id,
      name: `Live ${regions.join(", ")}`,
      source: "live",
      status: "collecting",
      capturedAt: now,
      createdAt: now,
      regions,
      progress: { callsDone: 0, callsTotal: 0, items: 0 },
    });
    const job: CollectionJob = { snapshotId: id, regions };
    await ctx.jobs.send("collect", job, { singletonKey: id, tx });
    await writeAudit(tx, {
      actor: input.actor,
      action: "snapshot.collect",
      resource: id,
      outcome: "succeeded",
      correlationId: input.correlationId,
      detail: { regions },
    });
    return publishSnapshot(ctx, tx, row);
  });
}
