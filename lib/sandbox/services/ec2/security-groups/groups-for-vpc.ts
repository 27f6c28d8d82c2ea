import type { GroupIdentifier } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld, StoredSecurityGroup } from "../../../world/world";
import { getSecurityGroup } from "./find-security-group";

/** "Security groups per network interface" (VPC user guide: Amazon VPC quotas). */
const GROUPS_PER_INTERFACE = 5;

/** The groups that interfaces of a VPC may have: its own, and those associated with it. */
export function groupsForVpc(regionWorld: RegionWorld, vpcId: string): StoredSecurityGroup[] {
  const associated = new Set(
    regionWorld.securityGroupVpcAssociations
      .filter((association) => association.VpcId === vpcId && association.State === "associated")
      .map((association) => association.GroupId),
  );
  return regionWorld.securityGroups.filter((group) => group.VpcId === vpcId || associated.has(group.GroupId));
}

/**
 * The groups that a request gives an interface of a VPC, the VPC's default one when it names none. Throws AwsError for
 * one that does not exist or is of another network, and for too many.
 */
export function readGroupsOfInterface(
  regionWorld: RegionWorld,
  vpcId: string,
  groupIds: readonly string[],
): GroupIdentifier[] {
  const usable = groupsForVpc(regionWorld, vpcId);
  const asked =
    groupIds.length === 0
      ? usable.filter((group) => group.VpcId === vpcId && group.GroupName === "default")
      : [...new Set(groupIds)].map((id) => getSecurityGroup(regionWorld, id));
  if (asked.some((group) => !usable.includes(group))) {
    throw new AwsError(
      "InvalidGroup.NotFound",
      "You have specified two resources that belong to different networks.",
    );
  }
  if (asked.length > GROUPS_PER_INTERFACE) {
    throw new AwsError(
      "SecurityGroupsPerInterfaceLimitExceeded",
      "The maximum number of security groups per interface has been reached.",
    );
  }
  return asked.map((group) => ({ GroupId: group.GroupId, GroupName: group.GroupName }));
}
