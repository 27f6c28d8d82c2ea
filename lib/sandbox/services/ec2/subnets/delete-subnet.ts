import type { DeleteSubnetCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { idError } from "../describe/pick-by-ids";
import { subnetCollection } from "./describe-subnets";

/** Deletes a subnet without interfaces, and its associations. */
export const deleteSubnet: Handler<DeleteSubnetCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const id = input.SubnetId ?? "";
  const index = regionWorld.subnets.findIndex((candidate) => candidate.SubnetId === id);
  if (index === -1) throw idError(subnetCollection, id);
  if (regionWorld.networkInterfaces.some((candidate) => candidate.SubnetId === id)) {
    throw new AwsError("DependencyViolation", `The subnet '${id}' has dependencies and cannot be deleted.`);
  }
  regionWorld.subnets.splice(index, 1);
  for (const table of regionWorld.routeTables) {
    table.Associations = (table.Associations ?? []).filter((association) => association.SubnetId !== id);
  }
  for (const acl of regionWorld.networkAcls) {
    acl.Associations = (acl.Associations ?? []).filter((association) => association.SubnetId !== id);
  }
  return {};
};
