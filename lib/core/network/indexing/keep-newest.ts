import { canonicalJson } from "../compare/canonical-json";
import type { Located } from "../network";
import type { Capture } from "../snapshot";

/**
 * Puts a resource into an index unless a newer reading of it is there. Of readings of the same moment the larger in
 * canonical JSON stays, then the larger place: whatever the order of the captures, the same one.
 */
export function keepNewest<T>(
  captures: readonly Capture[],
  index: Map<string, Located<T>>,
  id: string,
  located: Located<T>,
): void {
  const known = index.get(id);
  if (known === undefined || isNewer(captures, located, known)) index.set(id, located);
}

function isNewer<T>(captures: readonly Capture[], one: Located<T>, other: Located<T>): boolean {
  const when = readAt(captures, one);
  const otherWhen = readAt(captures, other);
  if (when !== otherWhen) return when > otherWhen;
  const text = canonicalJson(one.resource);
  const otherText = canonicalJson(other.resource);
  return text === otherText ? placeOf(one) > placeOf(other) : text > otherText;
}

/** As a number: two imports may write the same moment differently. What cannot be read is the oldest. */
function readAt(captures: readonly Capture[], { captureIndex }: Located<unknown>): number {
  const time = Date.parse(captures[captureIndex]?.capturedAt ?? "");
  return Number.isNaN(time) ? 0 : time;
}

function placeOf({ accountId, region }: Located<unknown>): string {
  return `${accountId ?? ""} ${region ?? ""}`;
}
