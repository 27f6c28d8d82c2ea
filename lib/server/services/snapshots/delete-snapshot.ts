import { writeAudit } from "../../audit/write-audit";
import type { RequestContext } from "../../context";
import { deleteSnapshotRows } from "../../store/snapshot-store/delete-snapshot-rows";
import { deleteUnusedChunks } from "../../store/snapshot-store/delete-unused-chunks";
import { snapshotNotFound } from "./get-snapshot";

/** Deletes a snapshot and what no other one shares with it; one that is being made is stopped. Throws ApiError `not_found`. */
export async function deleteSnapshot(ctx: RequestContext, id: string): Promise<void> {
  const hashes = await ctx.database.transaction(async (tx) => {
    const held = await deleteSnapshotRows(tx, id);
    if (held === undefined) throw snapshotNotFound(id);
    await writeAudit(tx, {
      actor: ctx.actor.id,
      action: "snapshot.delete",
      resource: id,
      outcome: "succeeded",
      correlationId: ctx.correlationId,
    });
    return held;
  });
  await deleteUnusedChunks(ctx.database, hashes);
}
