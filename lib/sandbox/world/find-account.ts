import { createRegionWorld } from "./create-world";
import type { Role } from "./iam-world";
import type { AccountWorld, RegionWorld, World } from "./world";

/** An account by its id. Throws Error where the world has none: ask `world.accounts` where that may be. */
export function getAccount(world: World, accountId: string): AccountWorld {
  const account = Object.hasOwn(world.accounts, accountId) ? world.accounts[accountId] : undefined;
  if (account === undefined) throw new Error(`The sandbox has no account ${accountId}.`);
  return account;
}

/** What an account has in a region; a region that was never used begins empty. Throws Error for an unknown account. */
export function getRegionWorld(world: World, accountId: string, region: string): RegionWorld {
  return (getAccount(world, accountId).regions[region] ??= createRegionWorld(accountId, region));
}

/** A role of any account by its ARN, as services see it that are to assume it. */
export function findRole(world: World, roleArn: string): Role | undefined {
  const stale = Object.hasOwn(world.staleRoles, roleArn) ? world.staleRoles[roleArn] : undefined;
  if (stale !== undefined) return stale.role ?? undefined;
  const account = world.accounts[roleArn.split(":")[4] ?? ""];
  return account?.roles.find((role) => role.arn === roleArn);
}
