import type { Caller } from "../../handler";
import type { SessionKey } from "../../world/iam-world";
import { getAccount } from "../../world/find-account";
import type { World } from "../../world/world";
import { generalError } from "../general-errors";
import type { Service } from "../service";

function rootOf(accountId: string): Caller {
  return { accountId, arn: `arn:aws:iam::${accountId}:root`, userId: accountId };
}

function sessionCaller(world: World, key: SessionKey): Caller | undefined {
  const { accountId, holder, policies } = key;
  const account = getAccount(world, accountId);
  if (holder.kind === "user") {
    const user = account.users.find((candidate) => candidate.userName === holder.userName);
    const session = { policies, tags: [] };
    return user && { accountId, arn: user.arn, userId: user.userId, identity: user, session };
  }
  const role = account.roles.find((candidate) => candidate.roleName === holder.roleName);
  return (
    role && {
      accountId,
      arn: `arn:aws:sts::${accountId}:assumed-role/${role.roleName}/${holder.sessionName}`,
      userId: `${role.roleId}:${holder.sessionName}`,
      identity: role,
      session: { policies, tags: holder.tags },
    }
  );
}

/**
 * Who holds an access key; one that nobody was given is the home account's root. Throws the protocol's error for a key
 * that has expired, was turned off, or whose holder is gone.
 */
export function identifyCaller(
  world: World,
  accessKeyId: string,
  asked: { service: Service; now: number },
): Caller {
  const { service, now } = asked;
  const key = Object.hasOwn(world.accessKeys, accessKeyId) ? world.accessKeys[accessKeyId] : undefined;
  if (key === undefined) {
    if (accessKeyId.startsWith("ASIA")) throw generalError(service.errorStyle, "unknown-key");
    return rootOf(world.homeAccountId);
  }
  if ("holder" in key) {
    if (now >= key.expiresAt) throw generalError(service.errorStyle, "expired");
    const caller = sessionCaller(world, key);
    if (caller === undefined) throw generalError(service.errorStyle, "unknown-key");
    return caller;
  }
  if (key.isExpired === true) throw generalError(service.errorStyle, "expired");
  const user = getAccount(world, key.accountId).users.find(
    (candidate) => candidate.userName === key.userName,
  );
  if (key.isInactive === true || user === undefined) throw generalError(service.errorStyle, "unknown-key");
  return { accountId: key.accountId, arn: user.arn, userId: user.userId, identity: user };
}
