import type {
  AssociateSecurityGroupVpcCommandInput,
  AssociateSecurityGroupVpcCommandOutput,
  DisassociateSecurityGroupVpcCommandInput,
  DisassociateSecurityGroupVpcCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../../handler";
import { pickByIds } from "../../describe/pick-by-ids";
import { scheduleInRegion } from "../../requests/schedule-in-region";
import { vpcCollection } from "../../vpcs/describe-vpcs";
import { getSecurityGroup } from "../find-security-group";

/** AWS gives no figure: seconds. */
const TAKES_MS = 5_000;

function scheduleEnd(
  context: HandlerContext,
  { kind, groupId, vpcId }: { kind: string; groupId: string; vpcId: string },
): void {
  scheduleInRegion(context, { kind, subject: groupId, data: { vpcId }, afterMs: TAKES_MS });
}

/** "You cannot use this feature with default security groups", nor "with the default VPC" (EC2 API reference). */
function refuseDefaults(isDefaultGroup: boolean, isDefaultVpc: boolean): void {
  if (!isDefaultGroup && !isDefaultVpc) return;
  throw new AwsError(
    "InvalidParameterValue",
    isDefaultGroup
      ? "Default security groups cannot be associated with another VPC."
      : "Security groups cannot be associated with the default VPC.",
  );
}

export const associateSecurityGroupVpc: Handler<
  AssociateSecurityGroupVpcCommandInput,
  Answer<AssociateSecurityGroupVpcCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const { GroupId: groupId = "", VpcId: vpcId = "" } = input;
  const group = getSecurityGroup(regionWorld, groupId);
  const [vpc] = pickByIds(regionWorld.vpcs, [vpcId], vpcCollection);
  refuseDefaults(group.GroupName === "default", vpc?.IsDefault === true);
  const isKnown = regionWorld.securityGroupVpcAssociations.some(
    (association) => association.GroupId === groupId && association.VpcId === vpcId,
  );
  if (group.VpcId === vpcId || isKnown) {
    throw new AwsError(
      "InvalidParameterValue",
      `The security group '${groupId}' is already associated with the VPC '${vpcId}'`,
    );
  }
  regionWorld.securityGroupVpcAssociations.push({
    GroupId: groupId,
    VpcId: vpcId,
    VpcOwnerId: vpc?.OwnerId,
    State: "associating",
    GroupOwnerId: group.OwnerId,
  });
  scheduleEnd(context, { kind: "security-group-associated", groupId, vpcId });
  return { State: "associating" };
};

/** "You cannot disassociate the security group if any [interfaces] in the associated VPC are still associated" with it. */
export const disassociateSecurityGroupVpc: Handler<
  DisassociateSecurityGroupVpcCommandInput,
  Answer<DisassociateSecurityGroupVpcCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const { GroupId: groupId = "", VpcId: vpcId = "" } = input;
  getSecurityGroup(regionWorld, groupId);
  pickByIds(regionWorld.vpcs, [vpcId], vpcCollection);
  const association = regionWorld.securityGroupVpcAssociations.find(
    (candidate) => candidate.GroupId === groupId && candidate.VpcId === vpcId,
  );
  if (association === undefined) {
    throw new AwsError(
      "InvalidSecurityGroupVpcAssociation.NotFound",
      `The security group '${groupId}' is not associated with the VPC '${vpcId}'`,
    );
  }
  const isUsed = regionWorld.networkInterfaces.some(
    (eni) => eni.VpcId === vpcId && eni.Groups?.some((group) => group.GroupId === groupId),
  );
  if (isUsed) throw new AwsError("DependencyViolation", `resource ${groupId} has a dependent object`);
  association.State = "disassociating";
  scheduleEnd(context, { kind: "security-group-disassociated", groupId, vpcId });
  return { State: "disassociating" };
};
