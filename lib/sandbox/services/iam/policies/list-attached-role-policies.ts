import type {
  ListAttachedRolePoliciesCommandInput,
  ListAttachedRolePoliciesCommandOutput,
} from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { IAM_MARKER, paginateByMarker } from "../../paginate-by-marker";
import { getKnownRole } from "../roles/get-known-role";

/** The managed policies attached to a role. */
export const listAttachedRolePolicies: Handler<
  ListAttachedRolePoliciesCommandInput,
  Answer<ListAttachedRolePoliciesCommandOutput>
> = ({ account }, input) => {
  const policies = getKnownRole(account, input.RoleName).attachedPolicies;
  const { items, marker } = paginateByMarker(
    policies,
    { marker: input.Marker, size: input.MaxItems },
    IAM_MARKER,
  );
  return {
    AttachedPolicies: items.map(({ policyName, policyArn }) => ({
      PolicyName: policyName,
      PolicyArn: policyArn,
    })),
    IsTruncated: marker !== undefined,
    Marker: marker,
  };
};
