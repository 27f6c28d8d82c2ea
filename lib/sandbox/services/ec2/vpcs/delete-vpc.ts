import type { DeleteVpcCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { getKnown } from "../requests/get-known";
import { vpcCollection } from "./describe-vpcs";
import { vpcHasDependencies } from "./vpc-dependencies";

/** Deletes a VPC in which nothing is left but what came with it, and that with it. */
export const deleteVpc: Handler<DeleteVpcCommandInput, Record<string, never>> = ({ regionWorld }, input) => {
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const id = vpc.VpcId ?? "";
  if (vpcHasDependencies(regionWorld, id)) {
    throw new AwsError("DependencyViolation", `The vpc '${id}' has dependencies and cannot be deleted.`);
  }
  removeVpc(regionWorld, id);
  return {};
};

function removeVpc(regionWorld: RegionWorld, vpcId: string): void {
  const isElsewhere = (resource: { VpcId?: string | undefined }): boolean => resource.VpcId !== vpcId;
  const groupIds = new Set(
    regionWorld.securityGroups.filter((group) => !isElsewhere(group)).map((group) => group.GroupId),
  );
  regionWorld.vpcs = regionWorld.vpcs.filter(isElsewhere);
  regionWorld.routeTables = regionWorld.routeTables.filter(isElsewhere);
  regionWorld.networkAcls = regionWorld.networkAcls.filter(isElsewhere);
  regionWorld.securityGroups = regionWorld.securityGroups.filter(isElsewhere);
  regionWorld.securityGroupRules = regionWorld.securityGroupRules.filter(
    (rule) => !groupIds.has(rule.GroupId),
  );
  regionWorld.controls.blockPublicAccessExclusions = regionWorld.controls.blockPublicAccessExclusions.filter(
    (exclusion) => exclusion.ResourceArn?.endsWith(`:vpc/${vpcId}`) !== true,
  );
  regionWorld.vpcAttributes = Object.fromEntries(
    Object.entries(regionWorld.vpcAttributes).filter(([id]) => id !== vpcId),
  );
}
