import type { Tag } from "@aws-sdk/client-ec2";
import { createAccountWorld, createWorld } from "../../world/create-world";
import { getRegionWorld } from "../../world/find-account";
import type { RegionWorld, World } from "../../world/world";
import type { ScenarioContext } from "../scenario";

/** What the functions of this folder build on: the world, and fresh ids. */
export interface Builder extends ScenarioContext {
  world: World;
  regionWorld: RegionWorld;
}

/** A builder over a new account with one region. */
export function createBuilder(
  context: ScenarioContext,
  place: { scenario: string; accountId: string; accountName: string; region: string },
): Builder {
  const { accountId, accountName: name } = place;
  const world = createWorld(place.scenario, { accountId, name });
  return { ...context, world, regionWorld: getRegionWorld(world, accountId, place.region) };
}

/** A builder over another region, of the same account or of one that is made with it. */
export function elsewhere(
  builder: Builder,
  place: { accountId?: string; accountName?: string; region: string },
): Builder {
  const { world } = builder;
  const accountId = place.accountId ?? builder.regionWorld.accountId;
  world.accounts[accountId] ??= createAccountWorld(accountId, place.accountName ?? accountId);
  return { ...builder, regionWorld: getRegionWorld(world, accountId, place.region) };
}

/** When the things of a scenario were made: long ago, and the same in every run. */
export const MADE_AT = new Date("2025-03-14T09:26:53Z");

/** A `Name` tag, unless it has no name, and further ones. */
export function named(name: string | undefined, tags: Readonly<Record<string, string>> = {}): Tag[] {
  const all = name === undefined ? tags : { Name: name, ...tags };
  return Object.entries(all).map(([Key, Value]) => ({ Key, Value }));
}

/** An id that the SDK's types call optional, of a resource that was built with one. Throws Error without it. */
export function idOf(id: string | undefined): string {
  if (id === undefined) throw new Error("A scenario's resource has no id.");
  return id;
}
