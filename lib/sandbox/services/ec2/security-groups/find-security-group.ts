import { AwsError } from "../../../aws-error";
import type { RegionWorld, StoredSecurityGroup } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { securityGroupIds } from "./security-group-ids";

/** The group of this id. Throws InvalidGroup.NotFound. */
export function getSecurityGroup(regionWorld: RegionWorld, groupId: string): StoredSecurityGroup {
  const group = regionWorld.securityGroups.find((candidate) => candidate.GroupId === groupId);
  if (group === undefined) throw idError(securityGroupIds, groupId);
  return group;
}

/** A group of the default VPC: only there can groups be named. Throws where it, or the VPC, is missing. */
export function getSecurityGroupByName(regionWorld: RegionWorld, name: string): StoredSecurityGroup {
  const vpc = regionWorld.vpcs.find((candidate) => candidate.IsDefault === true);
  if (vpc === undefined) {
    throw new AwsError(
      "VPCIdNotSpecified",
      "No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.",
    );
  }
  const group = regionWorld.securityGroups.find(
    (candidate) => candidate.VpcId === vpc.VpcId && candidate.GroupName === name,
  );
  if (group !== undefined) return group;
  throw new AwsError(
    "InvalidGroup.NotFound",
    `The security group '${name}' does not exist in default VPC '${vpc.VpcId ?? ""}'`,
  );
}

/** The group that a request names by id or, in the default VPC, by name. */
export function findRequestedGroup(
  regionWorld: RegionWorld,
  { GroupId: id, GroupName: name }: { GroupId?: string | undefined; GroupName?: string | undefined },
): StoredSecurityGroup {
  if (id !== undefined) return getSecurityGroup(regionWorld, id);
  if (name !== undefined) return getSecurityGroupByName(regionWorld, name);
  throw new AwsError("MissingParameter", "The request must contain the parameter groupName or groupId");
}
