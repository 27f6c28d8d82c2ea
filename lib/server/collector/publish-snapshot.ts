import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { ServerContext } from "../context";
import type { Transaction } from "../store/database";
import { listCaptureFacts, type SnapshotRow } from "../store/snapshot-store/snapshot-rows";
import { toSnapshotSummary } from "../store/snapshot-store/to-snapshot-summary";

/** Tells every live view of a snapshot's change, when the transaction commits. */
export async function publishSnapshot(
  ctx: Pick<ServerContext, "events">,
  tx: Transaction,
  row: SnapshotRow,
): Promise<SnapshotSummary> {
  const snapshot = toSnapshotSummary(row, await listCaptureFacts(tx, [row.id]));
  await ctx.events.append(tx, {
    topic: "snapshots",
    subjectId: row.id,
    payload: { topic: "snapshots", snapshot },
  });
  return snapshot;
}
