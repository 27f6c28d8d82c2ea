import { setImmediate as turn } from "node:timers/promises";
import type { SnapshotComparison } from "@/lib/contract/snapshot-comparison";
import { comparePair, pairResources } from "@/lib/core/network/compare/compare-resources";
import type { Database } from "../../../store/database";
import { listCaptures, type StoredCapture } from "../../../store/snapshot-store/load-captures";
import { listDifferingParts, loadItems, type DifferingPart } from "./differing-parts";

export interface Changes {
  items: SnapshotComparison["items"];
  notCompared: SnapshotComparison["notCompared"];
}

type Place = Pick<StoredCapture, "accountId" | "region">;

/** Pairs of resources compared before others get their turn: some 5 ms. */
const PAIRS_AT_ONCE = 200;

/** Everything that differs between two snapshots, by place, kind and id. */
export async function findChanges(database: Database, beforeId: string, afterId: string): Promise<Changes> {
  const old = await byPlace(database, beforeId);
  const now = await byPlace(database, afterId);
  const found: Changes = { items: [], notCompared: [] };
  for (const place of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [before, after] = [old.get(place), now.get(place)];
    if (before && after) await compareCaptures(database, before, after, found);
    else noteUnread(found, before ?? after, before ? "The newer" : "The older");
  }
  return found;
}

async function byPlace(database: Database, snapshotId: string): Promise<Map<string, StoredCapture>> {
  const captures = await listCaptures(database.db, snapshotId);
  return new Map(
    captures.map((capture) => [`${capture.accountId ?? "-"} ${capture.region ?? "-"}`, capture]),
  );
}

async function compareCaptures(
  database: Database,
  before: StoredCapture,
  after: StoredCapture,
  found: Changes,
): Promise<void> {
  const { accountId, region } = after;
  for (const part of await listDifferingParts(database, before.id, after.id)) {
    if (part.before && part.after) await comparePart(database, part, { accountId, region }, found);
    else noteUnread(found, after, part.before ? "The newer" : "The older", part.kind);
  }
}

async function comparePart(
  database: Database,
  { kind, before = [], after = [] }: DifferingPart,
  place: Place,
  { items }: Changes,
): Promise<void> {
  if (before.length === 0 && after.length === 0) return;
  const pairs = pairResources(kind, await loadItems(database, before), await loadItems(database, after));
  for (let at = 0; at < pairs.length; at += PAIRS_AT_ONCE) {
    for (const pair of pairs.slice(at, at + PAIRS_AT_ONCE)) {
      const change = comparePair(kind, pair);
      if (change !== undefined) items.push({ ...place, ...change });
    }
    await turn();
  }
}

function noteUnread(
  { notCompared }: Changes,
  place: Place | undefined,
  which: string,
  kind: string | null = null,
): void {
  const { accountId, region } = place ?? { accountId: null, region: null };
  const what = kind ?? "anything of this account and region";
  notCompared.push({ accountId, region, kind, message: `${which} snapshot did not read ${what}.` });
}
