import { eq, sql } from "drizzle-orm";
import type { Executor } from "../database";
import { captureChunks, captures } from "../schema/captures";
import { keyOfPart } from "./capture-parts";

/** Items under each key, over all captures of a snapshot. */
export async function countItems(executor: Executor, snapshotId: string): Promise<Record<string, number>> {
  const rows = await executor
    .select({ name: captureChunks.resourceKey, items: sql<number>`sum(${captureChunks.itemCount})` })
    .from(captureChunks)
    .innerJoin(captures, eq(captures.id, captureChunks.captureId))
    .where(eq(captures.snapshotId, snapshotId))
    .groupBy(captureChunks.resourceKey)
    .orderBy(captureChunks.resourceKey);
  const counts: Record<string, number> = {};
  for (const { name, items } of rows) counts[keyOfPart(name)] = (counts[keyOfPart(name)] ?? 0) + items;
  return counts;
}
