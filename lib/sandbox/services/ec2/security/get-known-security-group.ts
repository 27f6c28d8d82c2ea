import type { SecurityGroup } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { securityGroupCollection } from "./describe-security-groups";

/** The group of this id. Throws InvalidGroup.NotFound, and MissingParameter for none: names need a default VPC. */
export function getKnownSecurityGroup(regionWorld: RegionWorld, groupId: string | undefined): SecurityGroup {
  if (groupId === undefined)
    throw new AwsError("MissingParameter", "The request must contain the parameter groupId");
  const group = regionWorld.securityGroups.find((candidate) => candidate.GroupId === groupId);
  if (group === undefined) throw idError(securityGroupCollection, groupId);
  return group;
}
