import type {
  CreateSecurityGroupCommandInput,
  CreateSecurityGroupCommandOutput,
  Vpc,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { pickByIds } from "../describe/pick-by-ids";
import { specifiedTags } from "../requests/specified-tags";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { newSecurityGroup } from "./new-security-group";

/** EC2's rule for names and descriptions of groups in a VPC. */
const ALLOWED_TEXT = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;
/** "VPC security groups per Region" (VPC user guide: Amazon VPC quotas). */
const GROUPS_PER_REGION = 2500;

function checkText(parameter: string, text: string): void {
  if (text === "")
    throw new AwsError("MissingParameter", `The request must contain the parameter ${parameter}`);
  if (ALLOWED_TEXT.test(text)) return;
  throw new AwsError(
    "InvalidParameterValue",
    `Value (${text.slice(0, 255)}) for parameter ${parameter} is invalid. Character sets beyond ASCII are not supported.`,
  );
}

/** The VPC that a request names or, without one, the default one. */
function findVpc(regionWorld: RegionWorld, vpcId: string | undefined): Vpc {
  const vpc =
    vpcId === undefined
      ? regionWorld.vpcs.find((candidate) => candidate.IsDefault === true)
      : pickByIds(regionWorld.vpcs, [vpcId], vpcCollection)[0];
  if (vpc === undefined) throw new AwsError("VPCIdNotSpecified", "No default VPC for this user");
  return vpc;
}

function checkName(regionWorld: RegionWorld, vpcId: string | undefined, name: string): void {
  if (name.toLowerCase().startsWith("sg-")) {
    throw new AwsError("InvalidParameterValue", "Group names may not be in the format sg-*");
  }
  if (name.toLowerCase() === "default") {
    throw new AwsError("InvalidParameterValue", "Cannot use reserved security group name: default");
  }
  // "Names are case-insensitive and must be unique within the VPC" (EC2 API reference: CreateSecurityGroup).
  const isTaken = regionWorld.securityGroups.some(
    (group) => group.VpcId === vpcId && group.GroupName?.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) {
    throw new AwsError(
      "InvalidGroup.Duplicate",
      `The security group '${name}' already exists for VPC '${vpcId ?? ""}'`,
    );
  }
}

/** Makes a group that lets everything out and nothing in. */
export const createSecurityGroup: Handler<
  CreateSecurityGroupCommandInput,
  Answer<CreateSecurityGroupCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const { GroupName: name = "", Description: description = "" } = input;
  checkText("groupName", name);
  checkText("groupDescription", description);
  const vpc = findVpc(regionWorld, input.VpcId);
  checkName(regionWorld, vpc.VpcId, name);
  const tags = specifiedTags(input.TagSpecifications, "security-group");
  if (regionWorld.securityGroups.length >= GROUPS_PER_REGION) {
    throw new AwsError(
      "SecurityGroupLimitExceeded",
      "The maximum number of security groups for this region has been reached.",
    );
  }
  const group = newSecurityGroup(context, vpc, { name, description, tags });
  return { GroupId: group.GroupId, SecurityGroupArn: group.SecurityGroupArn, Tags: tags };
};
