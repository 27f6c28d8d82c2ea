import type { DeleteNetworkAclCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { getNetworkAcl } from "./network-acl-ids";

/** Deletes an ACL that no subnet is under. The default one goes with its VPC only. */
export const deleteNetworkAcl: Handler<DeleteNetworkAclCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const id = input.NetworkAclId ?? "";
  const acl = getNetworkAcl(regionWorld, id);
  if (acl.IsDefault === true) {
    throw new AwsError("InvalidParameterValue", `The default network ACL '${id}' cannot be deleted.`);
  }
  if ((acl.Associations ?? []).length > 0) {
    throw new AwsError(
      "DependencyViolation",
      `The network ACL '${id}' has dependencies and cannot be deleted.`,
    );
  }
  regionWorld.networkAcls.splice(regionWorld.networkAcls.indexOf(acl), 1);
  return {};
};
