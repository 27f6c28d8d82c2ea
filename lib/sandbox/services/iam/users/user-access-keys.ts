import type { AccessKey } from "../../../world/iam-world";
import type { World } from "../../../world/world";

/** The permanent keys of a user, with their ids. */
export function accessKeysOf(
  world: World,
  accountId: string,
  userName: string,
): { id: string; key: AccessKey }[] {
  return Object.entries(world.accessKeys).flatMap(([id, key]) =>
    "userName" in key && key.accountId === accountId && key.userName === userName ? [{ id, key }] : [],
  );
}
