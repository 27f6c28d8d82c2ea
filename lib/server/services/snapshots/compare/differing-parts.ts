import type { Database } from "../../../store/database";
import { keyOfPart } from "../../../store/snapshot-store/capture-parts";
import { listPlacedChunks, readChunks } from "../../../store/snapshot-store/load-captures";

/** Chunks of one part that only one of two captures holds; undefined where that capture does not have the part. */
export interface DifferingPart {
  kind: string;
  before: string[] | undefined;
  after: string[] | undefined;
}

/** A chunk in both holds the same items in both: it need not be read to know that nothing in it differs. */
export async function listDifferingParts(
  { db }: Database,
  beforeId: string,
  afterId: string,
): Promise<DifferingPart[]> {
  const before = groupHashes(await listPlacedChunks(db, beforeId));
  const after = groupHashes(await listPlacedChunks(db, afterId));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.map((name) => {
    const [old, now] = [before.get(name), after.get(name)];
    return { kind: keyOfPart(name), before: old && without(old, now), after: now && without(now, old) };
  });
}

export async function loadItems(database: Database, hashes: readonly string[]): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const { items } of readChunks(database, hashes)) for (const item of items) all.push(item);
  return all;
}

function groupHashes(placed: readonly { name: string; hash: string }[]): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const { name, hash } of placed) {
    const hashes = parts.get(name);
    if (hashes) hashes.push(hash);
    else parts.set(name, [hash]);
  }
  return parts;
}

function without(hashes: readonly string[], others: readonly string[] = []): string[] {
  const held = new Set(others);
  return hashes.filter((hash) => !held.has(hash));
}
