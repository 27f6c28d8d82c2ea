import type { AccountWorld } from "../../world/world";
import { getAccount } from "../../world/find-account";
import {
  requestTagKeys,
  resourceTagKeys,
  textOf,
  toTagRecord,
  type AuthorizedCall,
  type RightsOf,
} from "./authorized-call";

/** Operations that are about the account, whatever they name (Service Authorization Reference: `list_awsidentityandaccessmanagement`). */
const WITHOUT_RESOURCE =
  /^(ListRoles|ListUsers|ListGroups|ListPolicies|GetAccountSummary|SimulateCustomPolicy)$/;

interface Named {
  arn: string;
  tags: Record<string, string>;
}

function named(
  account: AccountWorld,
  kind: "role" | "user" | "group",
  name: string,
  path: string | undefined,
): Named {
  const found =
    kind === "role"
      ? account.roles.find((role) => role.roleName === name)
      : kind === "user"
        ? account.users.find((user) => user.userName === name)
        : account.groups.find((group) => group.groupName === name);
  const tags = found !== undefined && "tags" in found ? toTagRecord(found.tags) : {};
  return { arn: found?.arn ?? `arn:aws:iam::${account.accountId}:${kind}${path ?? "/"}${name}`, tags };
}

/** A role before a user before a group before a policy: where a request names several, the last are what it gives. */
function findNamed(call: AuthorizedCall, account: AccountWorld): Named | undefined {
  const { input } = call;
  const path = textOf(input, "Path");
  const [role, user, group] = [
    textOf(input, "RoleName"),
    textOf(input, "UserName"),
    textOf(input, "GroupName"),
  ];
  if (role !== undefined) return named(account, "role", role, path);
  if (group !== undefined) return named(account, "group", group, path);
  if (user !== undefined) return named(account, "user", user, path);
  const policyArn = textOf(input, "PolicyArn") ?? textOf(input, "PolicySourceArn");
  if (policyArn !== undefined) return { arn: policyArn, tags: {} };
  const policyName = textOf(input, "PolicyName");
  if (policyName === undefined) return undefined;
  return { arn: `arn:aws:iam::${account.accountId}:policy${path ?? "/"}${policyName}`, tags: {} };
}

/** IAM: on the role, user, group or policy named, with the policy that is attached or bounds as condition keys. */
export const iamRights: RightsOf = (call) => {
  const { operation, input, world, caller } = call;
  const account = getAccount(world, caller.accountId);
  const own = WITHOUT_RESOURCE.test(operation) ? undefined : findNamed(call, account);
  const boundary = textOf(input, "PermissionsBoundary");
  const policyArn = textOf(input, "PolicyArn");
  const self = caller.identity !== undefined && "userName" in caller.identity ? caller.identity.arn : "*";
  const isOwnKey = own === undefined && /AccessKey|^GetUser$/.test(operation);
  return [
    {
      action: `iam:${operation}`,
      resource: own?.arn ?? (isOwnKey ? self : "*"),
      context: {
        ...resourceTagKeys(own?.tags ?? {}),
        ...requestTagKeys(toTagRecord(input["Tags"])),
        ...(boundary === undefined ? {} : { "iam:PermissionsBoundary": [boundary] }),
        ...(policyArn === undefined ? {} : { "iam:PolicyARN": [policyArn] }),
      },
    },
  ];
};
