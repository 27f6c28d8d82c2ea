import { sql } from "drizzle-orm";
import type { RetainedSnapshot } from "@/lib/core/retention/retention-rule";
import type { Executor } from "../database";
import { plans } from "../schema/plans";
import { snapshots } from "../schema/snapshots";

/** Every snapshot as the retention rule looks at it. An operation refers to its plan's. */
export async function listRetained(executor: Executor): Promise<RetainedSnapshot[]> {
  const rows = await executor
    .select({
      id: snapshots.id,
      source: snapshots.source,
      status: snapshots.status,
      capturedAt: snapshots.capturedAt,
      isPinned: snapshots.isPinned,
      isReferred: sql<boolean>`exists (select 1 from ${plans} where ${plans.snapshotId} = ${snapshots.id})`,
    })
    .from(snapshots);
  return rows.map((row) => ({ ...row, capturedAt: row.capturedAt.getTime() }));
}
