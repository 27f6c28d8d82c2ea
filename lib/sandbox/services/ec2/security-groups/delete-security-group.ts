import type { DeleteSecurityGroupCommandInput, DeleteSecurityGroupCommandOutput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld, StoredSecurityGroup } from "../../../world/world";
import { findRequestedGroup } from "./find-security-group";

/**
 * Whether an interface has the group, a rule of another group of its VPC names it, or another VPC is associated with it
 * (EC2 API reference: DeleteSecurityGroup). A group of a peer that names it does not hold it: that rule becomes stale.
 */
function isUsed(regionWorld: RegionWorld, { GroupId: groupId, VpcId: vpcId }: StoredSecurityGroup): boolean {
  const neighbours = new Set(
    regionWorld.securityGroups
      .filter((group) => group.VpcId === vpcId && group.GroupId !== groupId)
      .map((group) => group.GroupId),
  );
  return (
    regionWorld.networkInterfaces.some((eni) => eni.Groups?.some((group) => group.GroupId === groupId)) ||
    regionWorld.securityGroupRules.some(
      (rule) => neighbours.has(rule.GroupId) && rule.ReferencedGroupInfo?.GroupId === groupId,
    ) ||
    regionWorld.securityGroupVpcAssociations.some((association) => association.GroupId === groupId)
  );
}

/** Takes a group and its rules out of the world. */
export function removeSecurityGroup(regionWorld: RegionWorld, group: StoredSecurityGroup): void {
  regionWorld.securityGroups.splice(regionWorld.securityGroups.indexOf(group), 1);
  regionWorld.securityGroupRules = regionWorld.securityGroupRules.filter(
    (rule) => rule.GroupId !== group.GroupId,
  );
}

/** Deletes a group that nothing uses. A function without interfaces does not hold it: AWS does not look there. */
export const deleteSecurityGroup: Handler<
  DeleteSecurityGroupCommandInput,
  Answer<DeleteSecurityGroupCommandOutput>
> = ({ regionWorld }, input) => {
  const group = findRequestedGroup(regionWorld, input);
  const groupId = group.GroupId ?? "";
  if (group.GroupName === "default") {
    throw new AwsError(
      "CannotDelete",
      `the specified group: "${groupId}" name: "default" cannot be deleted by a user`,
    );
  }
  if (isUsed(regionWorld, group)) {
    throw new AwsError("DependencyViolation", `resource ${groupId} has a dependent object`);
  }
  removeSecurityGroup(regionWorld, group);
  return { Return: true, GroupId: groupId };
};
