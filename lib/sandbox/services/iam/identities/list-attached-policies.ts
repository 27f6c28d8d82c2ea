import type { ListAttachedRolePoliciesCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import type { Identity } from "../../../world/iam-world";
import { pageOf } from "../iam-page";
import { getIdentity, type IdentityKind } from "./identity-kind";

interface ListInput {
  PathPrefix?: string | undefined;
  Marker?: string | undefined;
  MaxItems?: number | undefined;
}

/** ListAttachedRolePolicies and its siblings: the managed policies of an identity, in the order of attaching. */
export function listAttachedPolicies<Key, Kind extends Identity>(
  kind: IdentityKind<Key, Kind>,
): Handler<Key & ListInput, Answer<ListAttachedRolePoliciesCommandOutput>> {
  return ({ account }, input) => {
    const prefix = `policy${input.PathPrefix ?? "/"}`;
    const policies = getIdentity(kind, account, input).attachedPolicies.filter(({ policyArn }) =>
      policyArn.split(":").at(-1)?.startsWith(prefix),
    );
    const { items, rest } = pageOf(policies, input);
    return {
      AttachedPolicies: items.map(({ policyName, policyArn }) => ({
        PolicyName: policyName,
        PolicyArn: policyArn,
      })),
      ...rest,
    };
  };
}
