import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { ServerContext } from "../../context";
import {
  listCaptureFacts,
  listSnapshotRows,
  type CaptureFacts,
} from "../../store/snapshot-store/snapshot-rows";
import { toSnapshotSummary } from "../../store/snapshot-store/to-snapshot-summary";

/** Every snapshot, the one that tells of the latest moment first. */
export async function listSnapshots(
  ctx: Pick<ServerContext, "database">,
): Promise<{ items: SnapshotSummary[] }> {
  const { db } = ctx.database;
  const rows = await listSnapshotRows(db);
  const facts = new Map<string, CaptureFacts[]>(rows.map(({ id }) => [id, []]));
  for (const fact of await listCaptureFacts(db, [...facts.keys()])) facts.get(fact.snapshotId)?.push(fact);
  return { items: rows.map((row) => toSnapshotSummary(row, facts.get(row.id) ?? [])) };
}
