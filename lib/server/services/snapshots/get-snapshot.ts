import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { ServerContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { findSnapshotRow, listCaptureFacts } from "../../store/snapshot-store/snapshot-rows";
import { toSnapshotSummary } from "../../store/snapshot-store/to-snapshot-summary";

/** One snapshot with its counts and coverage. Throws ApiError `not_found`. */
export async function getSnapshot(
  ctx: Pick<ServerContext, "database">,
  id: string,
  field = "id",
): Promise<SnapshotSummary> {
  const { db } = ctx.database;
  const row = await findSnapshotRow(db, id);
  if (row === undefined) throw snapshotNotFound(id, field);
  return toSnapshotSummary(row, await listCaptureFacts(db, [id]));
}

export function snapshotNotFound(id: string, field = "id"): ApiError {
  return new ApiError("not_found", `There is no snapshot ${id}.`, {
    field,
    nextStep: "List the snapshots: it may have been deleted.",
  });
}
