import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { writeAudit } from "../../audit/write-audit";
import { publishSnapshot } from "../../collector/publish-snapshot";
import type { RequestContext } from "../../context";
import { updateSnapshot } from "../../store/snapshot-store/snapshot-rows";
import { snapshotNotFound } from "./get-snapshot";

/** Keeps a snapshot whatever the retention rule says, or no longer. Throws ApiError `not_found`. */
export async function pinSnapshot(
  ctx: RequestContext,
  { id, isPinned }: { id: string; isPinned: boolean },
): Promise<SnapshotSummary> {
  return ctx.database.transaction(async (tx) => {
    const row = await updateSnapshot(tx, id, { isPinned });
    if (row === undefined) throw snapshotNotFound(id);
    await writeAudit(tx, {
      actor: ctx.actor.id,
      action: isPinned ? "snapshot.pin" : "snapshot.unpin",
      resource: id,
      outcome: "succeeded",
      correlationId: ctx.correlationId,
    });
    return publishSnapshot(ctx, tx, row);
  });
}
