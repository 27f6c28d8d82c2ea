import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { writeAudit } from "../../audit/write-audit";
import { publishSnapshot } from "../../collector/publish-snapshot";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { findSnapshotRow, updateCollecting } from "../../store/snapshot-store/snapshot-rows";
import { snapshotNotFound } from "./get-snapshot";

/**
 * Stops a snapshot that is being made; whoever makes it notices within a second. Throws ApiError `not_found`, and
 * `conflict` where it has ended already.
 */
export async function cancelSnapshot(ctx: RequestContext, id: string): Promise<SnapshotSummary> {
  return ctx.database.transaction(async (tx) => {
    const row = await updateCollecting(tx, id, { status: "canceled", progress: null });
    if (row === undefined) {
      const ended = await findSnapshotRow(tx, id);
      if (ended === undefined) throw snapshotNotFound(id);
      throw new ApiError("conflict", `Snapshot ${id} is ${ended.status}: there is nothing to stop.`);
    }
    await writeAudit(tx, {
      actor: ctx.actor.id,
      action: "snapshot.cancel",
      resource: id,
      outcome: "succeeded",
      correlationId: ctx.correlationId,
    });
    return publishSnapshot(ctx, tx, row);
  });
}
