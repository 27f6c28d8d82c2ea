import type { RegionWorld, World } from "../../../world/world";

/** Where a question about transit gateways is asked: the contexts of handlers and of settlers both are one. */
export interface TransitPlace {
  world: World;
  regionWorld: RegionWorld;
}

/** What every account has in the region, the asking one's first. */
export function regionWorldsAround({ world, regionWorld }: TransitPlace): RegionWorld[] {
  const all = Object.values(world.accounts).flatMap((account) => account.regions[regionWorld.region] ?? []);
  return [regionWorld, ...all.filter((other) => other !== regionWorld)];
}
