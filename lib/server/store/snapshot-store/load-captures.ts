import { setImmediate as turn } from "node:timers/promises";
import { asc, eq, inArray } from "drizzle-orm";
import type { Capture, CoverageEntry } from "@/lib/core/network/snapshot";
import type { Database, Executor } from "../database";
import { captureChunks, captures, chunks } from "../schema/captures";
import { fromParts, type CapturePart } from "./capture-parts";
import { parseChunk, unpackChunk } from "./decode-chunk";

/** Chunks that are fetched at once: some 4 MB of JSON in memory beside what is already read. */
const CHUNKS_AT_ONCE = 8;

export interface StoredCapture extends Omit<Capture, "resources" | "unknown"> {
  id: string;
}

/** The captures of a snapshot without their content. */
export async function listCaptures(executor: Executor, snapshotId: string): Promise<StoredCapture[]> {
  const rows = await executor
    .select()
    .from(captures)
    .where(eq(captures.snapshotId, snapshotId))
    .orderBy(asc(captures.accountId), asc(captures.region), asc(captures.id));
  return rows.map(({ id, accountId, region, capturedAt, coverage }) => ({
    id,
    accountId,
    region,
    capturedAt: capturedAt.toISOString(),
    // The column holds JSON: a member is there or not, never undefined, which is what the contract's type allows too.
    coverage: coverage as CoverageEntry[],
  }));
}

/** Every capture of a snapshot with its content. The event loop is free after each chunk. */
export async function loadCaptures(database: Database, snapshotId: string): Promise<Capture[]> {
  const loaded: Capture[] = [];
  for (const { id, ...capture } of await listCaptures(database.db, snapshotId)) {
    loaded.push({ ...capture, ...fromParts(await loadParts(database, id)) });
  }
  return loaded;
}

/** The parts of one capture, or those named. */
export async function loadParts(
  database: Database,
  captureId: string,
  names?: readonly string[],
): Promise<CapturePart[]> {
  const placed = await listPlacedChunks(database.db, captureId);
  const wanted = names === undefined ? placed : placed.filter(({ name }) => names.includes(name));
  const parts = new Map<string, unknown[]>();
  const hashes = wanted.map(({ hash }) => hash);
  for await (const { items, index } of readChunks(database, hashes)) {
    const name = wanted[index]?.name ?? "";
    const known = parts.get(name) ?? [];
    parts.set(name, known);
    for (const item of items) known.push(item);
  }
  return [...parts].map(([name, items]) => ({ name, items }));
}

/** Which chunks a capture's parts consist of, in order. */
export async function listPlacedChunks(
  executor: Executor,
  captureId: string,
): Promise<{ name: string; hash: string }[]> {
  return executor
    .select({ name: captureChunks.resourceKey, hash: captureChunks.chunkHash })
    .from(captureChunks)
    .where(eq(captureChunks.captureId, captureId))
    .orderBy(asc(captureChunks.resourceKey), asc(captureChunks.ordinal));
}

/** The items of chunks, one chunk after the other, in the order asked for. */
export async function* readChunks(
  database: Database,
  hashes: readonly string[],
): AsyncGenerator<{ items: unknown[]; index: number }> {
  for (let at = 0; at < hashes.length; at += CHUNKS_AT_ONCE) {
    const group = hashes.slice(at, at + CHUNKS_AT_ONCE);
    const data = await loadChunks(database, group);
    // Unpacked beside one another on Node's own threads; parsed one at a time, which is what holds the event loop.
    const unpacked = await Promise.all(group.map((hash) => unpackStored(data, hash)));
    for (const [offset, json] of unpacked.entries()) {
      yield { items: parseChunk(json), index: at + offset };
      await turn();
    }
  }
}

async function loadChunks(database: Database, hashes: readonly string[]): Promise<Map<string, Uint8Array>> {
  const rows = await database.db
    .select({ hash: chunks.hash, data: chunks.data })
    .from(chunks)
    .where(inArray(chunks.hash, [...new Set(hashes)]));
  return new Map(rows.map(({ hash, data }) => [hash, data]));
}

async function unpackStored(data: ReadonlyMap<string, Uint8Array>, hash: string): Promise<Buffer> {
  const bytes = data.get(hash);
  if (bytes === undefined)
    throw new Error(`Chunk ${hash} is missing: the snapshot was deleted while it was read.`);
  return unpackChunk(bytes);
}
