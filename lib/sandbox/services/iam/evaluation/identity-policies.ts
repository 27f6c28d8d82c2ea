import type { BoundedIdentity, Identity } from "../../../world/iam-world";
import type { World } from "../../../world/world";
import { defaultDocumentOf, findPolicy } from "../managed-policies/find-policy";

/** A policy that is in force, with the name by which a simulation refers to it. */
export interface PolicySource {
  name: string;
  document: string;
}

function ownPolicies(world: World, identity: Identity, kind: string): PolicySource[] {
  const name = identity.arn.split("/").at(-1) ?? "";
  const attached = identity.attachedPolicies.flatMap(({ policyArn, policyName }) => {
    const policy = findPolicy(world, policyArn);
    return policy === undefined ? [] : [{ name: policyName, document: defaultDocumentOf(policy) }];
  });
  const inline = Object.entries(identity.inlinePolicies).map(([policyName, document]) => ({
    name: `${kind}_${name}_${policyName}`,
    document,
  }));
  return [...attached, ...inline];
}

/** Every identity policy of a role, of a group, or of a user with the groups that the user is in. */
export function identityPolicies(world: World, identity: Identity): PolicySource[] {
  const [, , , , accountId = "", resource = ""] = identity.arn.split(":");
  const [kind = ""] = resource.split("/");
  const groups =
    kind === "user" && "userName" in identity
      ? (world.accounts[accountId]?.groups ?? []).filter((group) =>
          group.userNames.some((userName) => userName === identity.userName),
        )
      : [];
  return [
    ...ownPolicies(world, identity, kind),
    ...groups.flatMap((group) => ownPolicies(world, group, "group")),
  ];
}

/** The permissions boundary, or undefined without one. A boundary that does not exist any more allows nothing. */
export function boundaryPolicies(world: World, identity: BoundedIdentity): PolicySource[] | undefined {
  const arn = identity.permissionsBoundaryArn;
  if (arn === undefined) return undefined;
  const policy = findPolicy(world, arn);
  return policy === undefined ? [] : [{ name: policy.policyName, document: defaultDocumentOf(policy) }];
}
