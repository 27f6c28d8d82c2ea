import type { ReadCall } from "../calls";
import type { ResourceKey } from "../resources";
import type { JsonObject } from "./json/conform";
import { createPlaceVotes, voteForPlace, type PlaceVotes } from "./place/place-votes";
import type { Reading } from "./reading";

/** What was read of one place so far. */
export interface CaptureDraft {
  resources: Map<ResourceKey, JsonObject[]>;
  configurations: JsonObject[];
  /** Documents that answer a call, and how many of them say that more follows. */
  calls: Map<ReadCall, { documents: number; withMore: number }>;
  unknown: Map<string, unknown>;
  votes: PlaceVotes;
}

export function createCaptureDraft(): CaptureDraft {
  return {
    resources: new Map(),
    configurations: [],
    calls: new Map(),
    unknown: new Map(),
    votes: createPlaceVotes(),
  };
}

export function addReading(draft: CaptureDraft, reading: Reading): void {
  for (const [key, items] of reading.resources) appendAll(draft.resources, key, items);
  for (const item of [...reading.resources.values()].flat()) voteForPlace(draft.votes, item);
  for (const item of reading.configurations) {
    draft.configurations.push(item);
    voteForPlace(draft.votes, item);
  }
  for (const [call, { hasMore }] of reading.calls) {
    addCall(draft, call, { documents: 1, withMore: hasMore ? 1 : 0 });
  }
  for (const [key, value] of reading.unknown) addUnknown(draft, key, value);
}

/** Joins what two folders hold of the same place. */
export function joinDrafts(into: CaptureDraft, from: CaptureDraft): void {
  for (const [key, items] of from.resources) appendAll(into.resources, key, items);
  into.configurations.push(...from.configurations);
  for (const [call, count] of from.calls) addCall(into, call, count);
  for (const [key, value] of from.unknown) addUnknown(into, key, value);
}

function appendAll(
  lists: Map<ResourceKey, JsonObject[]>,
  key: ResourceKey,
  items: readonly JsonObject[],
): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [...items]);
  else for (const item of items) list.push(item);
}

function addCall(
  { calls }: CaptureDraft,
  call: ReadCall,
  { documents, withMore }: { documents: number; withMore: number },
): void {
  const known = calls.get(call) ?? { documents: 0, withMore: 0 };
  calls.set(call, { documents: known.documents + documents, withMore: known.withMore + withMore });
}

/** Lists under the same key grow; anything else that comes again is kept under a numbered key. */
function addUnknown({ unknown }: CaptureDraft, key: string, value: unknown): void {
  const known = unknown.get(key);
  if (Array.isArray(known) && Array.isArray(value)) {
    unknown.set(key, [...(known as unknown[]), ...(value as unknown[])]);
    return;
  }
  let free = key;
  for (let copy = 2; unknown.has(free); copy += 1) free = `${key} (${copy})`;
  unknown.set(free, value);
}
