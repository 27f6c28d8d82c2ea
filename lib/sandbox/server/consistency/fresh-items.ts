import type { RegionWorld } from "../../world/world";

/** What was made so lately that reads may not show it yet. */
export interface FreshItems {
  /** Runs a write; what it adds to the region's lists stays hidden for `hiddenMs`. */
  watch<T>(regionWorld: RegionWorld, hiddenMs: number, write: () => T): T;
  /** The region as a read sees it. */
  view(regionWorld: RegionWorld): RegionWorld;
}

function listsOf(regionWorld: RegionWorld): [string, object[]][] {
  return Object.entries(regionWorld).flatMap(([name, value]: [string, unknown]) =>
    Array.isArray(value) ? [[name, value as object[]]] : [],
  );
}

/**
 * EC2 Developer Guide, "Eventual consistency": a fresh id may answer NotFound, and lists may miss it. Handlers add at the
 * end of a region's lists, so what a write added is what is past the old end. Lists within `transit` are not watched.
 */
export function createFreshItems(now: () => number): FreshItems {
  const visibleAt = new Map<object, number>();
  return {
    watch(regionWorld, hiddenMs, write) {
      const before = new Map(listsOf(regionWorld).map(([name, list]) => [name, list.length]));
      const result = write();
      for (const [name, list] of listsOf(regionWorld)) {
        for (const item of list.slice(before.get(name) ?? 0)) visibleAt.set(item, now() + hiddenMs);
      }
      return result;
    },
    view(regionWorld) {
      for (const [item, at] of visibleAt) if (at <= now()) visibleAt.delete(item);
      if (visibleAt.size === 0) return regionWorld;
      const shown = listsOf(regionWorld).map(([name, list]) => [
        name,
        list.filter((item) => !visibleAt.has(item)),
      ]);
      // The same lists under the same names, some of them shorter.
      return { ...regionWorld, ...(Object.fromEntries(shown) as Partial<RegionWorld>) };
    },
  };
}
