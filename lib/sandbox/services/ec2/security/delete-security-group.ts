import type {
  DeleteSecurityGroupCommandInput,
  DeleteSecurityGroupCommandOutput,
  SecurityGroup,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { getKnownSecurityGroup } from "./get-known-security-group";

/** Whether an interface has the group, or a rule of another group names it. */
function isUsed(regionWorld: RegionWorld, groupId: string): boolean {
  const isNamedBy = (other: SecurityGroup): boolean =>
    other.GroupId !== groupId &&
    [...(other.IpPermissions ?? []), ...(other.IpPermissionsEgress ?? [])].some((permission) =>
      permission.UserIdGroupPairs?.some((pair) => pair.GroupId === groupId),
    );
  return (
    regionWorld.networkInterfaces.some((eni) => eni.Groups?.some((group) => group.GroupId === groupId)) ||
    regionWorld.securityGroups.some(isNamedBy)
  );
}

/** Deletes a group that nothing uses. A function without interfaces does not hold it: AWS does not look there. */
export const deleteSecurityGroup: Handler<
  DeleteSecurityGroupCommandInput,
  Answer<DeleteSecurityGroupCommandOutput>
> = ({ regionWorld }, input) => {
  const group = getKnownSecurityGroup(regionWorld, input.GroupId);
  const groupId = group.GroupId ?? "";
  if (group.GroupName === "default") {
    throw new AwsError(
      "CannotDelete",
      `the specified group: "${groupId}" name: "default" cannot be deleted by a user`,
    );
  }
  if (isUsed(regionWorld, groupId)) {
    throw new AwsError("DependencyViolation", `resource ${groupId} has a dependent object`);
  }
  regionWorld.securityGroups.splice(regionWorld.securityGroups.indexOf(group), 1);
  return { Return: true, GroupId: groupId };
};
