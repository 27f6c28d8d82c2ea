import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { Executor } from "../database";
import { captures } from "../schema/captures";
import { snapshots } from "../schema/snapshots";

export type SnapshotRow = typeof snapshots.$inferSelect;
export type CaptureFacts = Pick<
  typeof captures.$inferSelect,
  "id" | "snapshotId" | "accountId" | "region" | "coverage"
>;

export async function insertSnapshot(
  executor: Executor,
  row: typeof snapshots.$inferInsert,
): Promise<SnapshotRow> {
  const [inserted] = await executor.insert(snapshots).values(row).returning();
  if (inserted === undefined) throw new Error("The database did not return the snapshot it took.");
  return inserted;
}

/** Changes a snapshot that is still being made; undefined where it no longer is (canceled, deleted, finished). */
export async function updateCollecting(
  executor: Executor,
  id: string,
  change: Partial<typeof snapshots.$inferInsert>,
): Promise<SnapshotRow | undefined> {
  const [updated] = await executor
    .update(snapshots)
    .set(change)
    .where(and(eq(snapshots.id, id), eq(snapshots.status, "collecting")))
    .returning();
  return updated;
}

/** Changes a snapshot whatever its status; undefined where there is none. */
export async function updateSnapshot(
  executor: Executor,
  id: string,
  change: Pick<typeof snapshots.$inferInsert, "isPinned">,
): Promise<SnapshotRow | undefined> {
  const [updated] = await executor.update(snapshots).set(change).where(eq(snapshots.id, id)).returning();
  return updated;
}

export async function findSnapshotRow(executor: Executor, id: string): Promise<SnapshotRow | undefined> {
  const [row] = await executor.select().from(snapshots).where(eq(snapshots.id, id));
  return row;
}

/** Newest first: by when reading began, since that is the moment a snapshot tells of. */
export async function listSnapshotRows(executor: Executor): Promise<SnapshotRow[]> {
  return executor.select().from(snapshots).orderBy(desc(snapshots.capturedAt), desc(snapshots.createdAt));
}

/** The live snapshot that reads answer from; the newest of one scope where one is given. */
export async function findNewestLive(
  executor: Executor,
  scope?: SnapshotRow["scope"],
): Promise<SnapshotRow | undefined> {
  const ofScope = scope === undefined ? [] : [eq(snapshots.scope, scope)];
  const [row] = await executor
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.source, "live"), eq(snapshots.status, "ready"), ...ofScope))
    .orderBy(desc(snapshots.capturedAt), desc(snapshots.createdAt))
    .limit(1);
  return row;
}

/** Snapshots being made, of one source, begun before the date. */
export async function listCollecting(
  executor: Executor,
  source: SnapshotRow["source"],
  before: Date,
): Promise<SnapshotRow[]> {
  return executor
    .select()
    .from(snapshots)
    .where(
      and(eq(snapshots.source, source), eq(snapshots.status, "collecting"), lt(snapshots.createdAt, before)),
    );
}

/** What there is to say about the captures of snapshots, without their content. */
export async function listCaptureFacts(
  executor: Executor,
  snapshotIds: readonly string[],
): Promise<CaptureFacts[]> {
  if (snapshotIds.length === 0) return [];
  return executor
    .select({
      id: captures.id,
      snapshotId: captures.snapshotId,
      accountId: captures.accountId,
      region: captures.region,
      coverage: captures.coverage,
    })
    .from(captures)
    .where(inArray(captures.snapshotId, [...snapshotIds]))
    .orderBy(captures.accountId, captures.region, captures.id);
}
