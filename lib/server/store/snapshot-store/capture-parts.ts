import type { Capture } from "@/lib/core/network/snapshot";

/** What is stored under one name: the items of a key. */
export interface CapturePart {
  /** The key of the describe outputs; prefixed where Mooring does not know it. */
  name: string;
  items: readonly unknown[];
}

/** Unknown keys stand apart from the known ones, and a lone value apart from a list of one. */
const UNKNOWN_LIST = "unknown-list:";
const UNKNOWN_VALUE = "unknown-value:";

/** A capture's content, part by part. */
export function toParts({ resources, unknown }: Pick<Capture, "resources" | "unknown">): CapturePart[] {
  const known = Object.entries(resources).map(([name, items]) => ({ name, items }));
  const others = Object.entries(unknown).map(([key, value]) =>
    Array.isArray(value)
      ? { name: `${UNKNOWN_LIST}${key}`, items: value as unknown[] }
      : { name: `${UNKNOWN_VALUE}${key}`, items: [value] },
  );
  return [...known, ...others];
}

/** The inverse of `toParts`. */
export function fromParts(parts: readonly CapturePart[]): Pick<Capture, "resources" | "unknown"> {
  const resources: Record<string, readonly unknown[]> = {};
  const unknown: Record<string, unknown> = {};
  for (const { name, items } of parts) {
    if (name.startsWith(UNKNOWN_LIST)) unknown[name.slice(UNKNOWN_LIST.length)] = items;
    else if (name.startsWith(UNKNOWN_VALUE)) unknown[name.slice(UNKNOWN_VALUE.length)] = items[0];
    else resources[name] = items;
  }
  // What `toParts` took from a capture's resources comes back under the same keys.
  return { resources: resources, unknown };
}

/** The key that a part's items are counted under. */
export function keyOfPart(name: string): string {
  return name.replace(/^unknown-(list|value):/, "");
}
