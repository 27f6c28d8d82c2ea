import { scheduleEvent, type Settlers } from "../../world/settle-world";
import type { Role } from "../../world/iam-world";
import type { World } from "../../world/world";
import { getAccount } from "../../world/find-account";

const SPREAD = "iam-change-spread";

/** The roles of an account by ARN, each as text that can be compared and kept. */
function rolesOf(world: World, accountId: string): Map<string, string> {
  return new Map(getAccount(world, accountId).roles.map((role) => [role.arn, JSON.stringify(role)]));
}

/**
 * Runs a write of IAM; for `spreadMs`, other services go on seeing the roles that it changed as they were ("changes that I
 * make are not always immediately visible", IAM User Guide). Policies changed by themselves are seen at once.
 */
export function watchRoles<T>(
  { world, accountId, region, now }: { world: World; accountId: string; region: string; now: number },
  spreadMs: number,
  write: () => T,
): T {
  const before = rolesOf(world, accountId);
  const old = structuredClone(getAccount(world, accountId).roles);
  const result = write();
  const after = rolesOf(world, accountId);
  for (const arn of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(arn) === after.get(arn)) continue;
    const seen: Role | null = world.staleRoles[arn]?.role ?? old.find((role) => role.arn === arn) ?? null;
    const until = now + spreadMs;
    world.staleRoles[arn] = { role: seen, until };
    scheduleEvent(world, { kind: SPREAD, dueAt: until, accountId, region, subject: arn });
  }
  return result;
}

/** A change has come through everywhere, unless there was another one since. */
export const staleRoleSettlers: Settlers = {
  [SPREAD]: ({ world, now }, event) => {
    const stale = world.staleRoles[event.subject];
    if (stale === undefined || stale.until > now) return;
    // The key is an ARN, one of those that `watchRoles` put there.
    Reflect.deleteProperty(world.staleRoles, event.subject);
  },
};
