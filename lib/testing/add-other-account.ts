import { createAccountWorld } from "@/lib/sandbox/world/create-world";
import type { World } from "@/lib/sandbox/world/world";

export const OTHER_ACCOUNT = "222233334444";
/** The access key of that account's administrator. */
export const OTHER_KEY = "AKIAMOORINGOTHER0000";

/** Gives a sandbox's world a second account with an administrator. */
export function addOtherAccount(world: World): void {
  const account = createAccountWorld(OTHER_ACCOUNT, "Harbor & Pine workloads");
  account.users.push({
    userName: "admin",
    userId: "AIDAOTHERADMIN0000000",
    arn: `arn:aws:iam::${OTHER_ACCOUNT}:user/admin`,
    path: "/",
    createdAt: new Date(0),
    attachedPolicies: [
      { policyName: "AdministratorAccess", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
    ],
    inlinePolicies: {},
  });
  world.accounts[OTHER_ACCOUNT] = account;
  world.accessKeys[OTHER_KEY] = { accountId: OTHER_ACCOUNT, userName: "admin" };
}
