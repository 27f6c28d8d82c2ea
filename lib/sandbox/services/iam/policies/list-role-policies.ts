import type { ListRolePoliciesCommandInput, ListRolePoliciesCommandOutput } from "@aws-sdk/client-iam";
import type { Answer, Handler } from "../../../handler";
import { IAM_MARKER, paginateByMarker } from "../../paginate-by-marker";
import { getKnownRole } from "../roles/get-known-role";

/** The names of a role's inline policies. */
export const listRolePolicies: Handler<
  ListRolePoliciesCommandInput,
  Answer<ListRolePoliciesCommandOutput>
> = ({ account }, input) => {
  const names = Object.keys(getKnownRole(account, input.RoleName).inlinePolicies);
  const { items, marker } = paginateByMarker(
    names,
    { marker: input.Marker, size: input.MaxItems },
    IAM_MARKER,
  );
  return { PolicyNames: items, IsTruncated: marker !== undefined, Marker: marker };
};
