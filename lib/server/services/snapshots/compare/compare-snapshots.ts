import type { z } from "zod";
import type { comparisonQuery, SnapshotComparison } from "@/lib/contract/snapshot-comparison";
import type { ServerContext } from "../../../context";
import type { Database } from "../../../store/database";
import { findChanges, type Changes } from "./find-changes";
import { getReadyPair } from "./get-ready-pair";

type Query = z.output<typeof comparisonQuery>;

/** Snapshots never change, so what differs is kept for the next page; two at most, since each may be large. */
const MAX_KEPT = 2;
const kept = new WeakMap<Database, Map<string, Promise<Changes>>>();

/** One page of what differs in a snapshot from an earlier one. Throws ApiError `not_found`, and `conflict` unless both are ready. */
export async function compareSnapshots(
  ctx: Pick<ServerContext, "database">,
  { id, query }: { id: string; query: Query },
): Promise<SnapshotComparison> {
  const { snapshot, base } = await getReadyPair(ctx, id, query.with);
  const { items, notCompared } = await changesOf(ctx.database, base.id, snapshot.id);
  const found = items.filter((item) => isWanted(item, query));
  const from = Number(query.cursor ?? 0);
  const page = found.slice(from, from + query.limit);
  const end = from + page.length;
  return {
    snapshotId: snapshot.id,
    capturedAt: snapshot.capturedAt,
    withId: base.id,
    withCapturedAt: base.capturedAt,
    items: page,
    total: found.length,
    nextCursor: end < found.length ? String(end) : null,
    counts: countByKind(items),
    notCompared,
  };
}

async function changesOf(database: Database, beforeId: string, afterId: string): Promise<Changes> {
  const cache = kept.get(database) ?? new Map<string, Promise<Changes>>();
  kept.set(database, cache);
  const key = `${beforeId} ${afterId}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const finding = findChanges(database, beforeId, afterId);
  cache.set(key, finding);
  const [oldest] = cache.keys();
  if (cache.size > MAX_KEPT && oldest !== undefined) cache.delete(oldest);
  try {
    return await finding;
  } catch (error) {
    cache.delete(key);
    throw error;
  }
}

function isWanted(item: Changes["items"][number], { kind, change, q = "" }: Query): boolean {
  if (kind !== undefined && item.kind !== kind) return false;
  if (change !== undefined && item.change !== change) return false;
  const text = `${item.kind} ${item.id ?? ""} ${item.name ?? ""}`.toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function countByKind(items: Changes["items"]): SnapshotComparison["counts"] {
  const counts: SnapshotComparison["counts"] = {};
  for (const { kind, change } of items) {
    const count = (counts[kind] ??= { added: 0, removed: 0, changed: 0 });
    count[change] += 1;
  }
  return counts;
}
