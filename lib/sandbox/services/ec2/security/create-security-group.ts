import type {
  CreateSecurityGroupCommandInput,
  CreateSecurityGroupCommandOutput,
  SecurityGroup,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { pickByIds } from "../describe/pick-by-ids";
import { vpcCollection } from "../vpcs/describe-vpcs";

/** EC2's rule for names and descriptions of groups in a VPC. */
const ALLOWED_TEXT = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

function checkText(parameter: string, text: string): void {
  if (ALLOWED_TEXT.test(text)) return;
  throw new AwsError(
    "InvalidParameterValue",
    `Value (${text.slice(0, 255)}) for parameter ${parameter} is invalid. Character sets beyond ASCII are not supported.`,
  );
}

/** Makes a group that lets everything out and nothing in. */
export const createSecurityGroup: Handler<
  CreateSecurityGroupCommandInput,
  Answer<CreateSecurityGroupCommandOutput>
> = ({ regionWorld, accountId, region, ids }, input) => {
  const { GroupName: name = "", Description: description = "", VpcId: vpcId } = input;
  if (vpcId === undefined) throw new AwsError("VPCIdNotSpecified", "No default VPC for this user");
  checkText("groupName", name);
  checkText("groupDescription", description);
  if (name.startsWith("sg-")) {
    throw new AwsError("InvalidParameterValue", "Group names may not be in the format sg-*");
  }
  pickByIds(regionWorld.vpcs, [vpcId], vpcCollection);
  if (regionWorld.securityGroups.some((group) => group.VpcId === vpcId && group.GroupName === name)) {
    throw new AwsError(
      "InvalidGroup.Duplicate",
      `The security group '${name}' already exists for VPC '${vpcId}'`,
    );
  }
  const groupId = ids.id("sg");
  const arn = `arn:aws:ec2:${region}:${accountId}:security-group/${groupId}`;
  const tags = (input.TagSpecifications ?? [])
    .filter((specification) => specification.ResourceType === "security-group")
    .flatMap((specification) => specification.Tags ?? []);
  const group: SecurityGroup = {
    GroupId: groupId,
    GroupName: name,
    Description: description,
    OwnerId: accountId,
    VpcId: vpcId,
    SecurityGroupArn: arn,
    IpPermissions: [],
    IpPermissionsEgress: [
      {
        IpProtocol: "-1",
        IpRanges: [{ CidrIp: "0.0.0.0/0" }],
        Ipv6Ranges: [],
        PrefixListIds: [],
        UserIdGroupPairs: [],
      },
    ],
    Tags: tags,
  };
  regionWorld.securityGroups.push(group);
  return { GroupId: groupId, SecurityGroupArn: arn, Tags: tags };
};
