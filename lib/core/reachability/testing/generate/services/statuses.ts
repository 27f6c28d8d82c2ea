import type { World } from "../draft";
import { Random } from "../random";

const STATUSES = [
  ["available", 12],
  [undefined, 6],
  ["modifying", 2],
  ["stopped", 1],
  ["creating", 1],
  ["deleting", 1],
  ["rebooting", 2],
] as const;

/** What databases and caches are doing. Its own random numbers keep everything else of a network as it is. */
export function addStatuses({ places }: World, seed: number): void {
  const random = new Random(seed + 2_000_000_000);
  for (const { resources } of places) {
    for (const one of resources.DBInstances ?? []) one.DBInstanceStatus = random.weighted(...STATUSES);
    for (const one of resources.CacheClusters ?? []) one.CacheClusterStatus = random.weighted(...STATUSES);
  }
}
