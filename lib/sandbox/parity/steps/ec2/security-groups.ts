import { ec2, type Step } from "../../step";

const ofMain = { Name: "vpc-id", Values: ["{vpc}"] };
const ABSENT = "sg-0123456789abcdef0";

/** Groups: made, found, refused, deleted. */
export const securityGroupSteps: readonly Step[] = [
  ec2(
    "DescribeSecurityGroups",
    { Filters: [ofMain, { Name: "group-name", Values: ["default"] }] },
    { save: { defaultGroup: "SecurityGroups.0.GroupId" } },
  ),
  ec2(
    "CreateSecurityGroup",
    {
      GroupName: "function",
      Description: "of the function",
      VpcId: "{vpc}",
      TagSpecifications: [{ ResourceType: "security-group", Tags: [{ Key: "Name", Value: "fn" }] }],
    },
    { save: { functionGroup: "GroupId" } },
  ),
  ec2(
    "CreateSecurityGroup",
    { GroupName: "database", Description: "of the database", VpcId: "{vpc}" },
    { save: { databaseGroup: "GroupId" } },
  ),
  ec2("CreateSecurityGroup", { GroupName: "function", Description: "again", VpcId: "{vpc}" }),
  ec2(
    "CreateSecurityGroup",
    { GroupName: "function", Description: "elsewhere", VpcId: "{other}" },
    { save: { elsewhereGroup: "GroupId" } },
  ),
  ec2("CreateSecurityGroup", { GroupName: "default", Description: "reserved name", VpcId: "{vpc}" }),
  ec2("CreateSecurityGroup", { GroupName: "dry", Description: "dry", VpcId: "{vpc}", DryRun: true }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{functionGroup}", "{databaseGroup}"] }),
  ec2("DescribeSecurityGroups", { GroupIds: [ABSENT] }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{functionGroup}", ABSENT] }),
  ec2("DescribeSecurityGroups", { Filters: [ofMain] }),
  ec2("DescribeSecurityGroups", { Filters: [ofMain, { Name: "description", Values: ["of the *"] }] }),
  ec2("DescribeSecurityGroups", { Filters: [{ Name: "group-name", Values: ["function"] }] }),
  ec2("DescribeSecurityGroups", { Filters: [{ Name: "group-id", Values: ["{databaseGroup}"] }] }),
  ec2("DescribeSecurityGroups", { Filters: [ofMain, { Name: "tag:Name", Values: ["fn"] }] }),
  ec2("DescribeSecurityGroups", { Filters: [ofMain, { Name: "tag-key", Values: ["Name"] }] }),
  ec2("DescribeSecurityGroups", { Filters: [ofMain, { Name: "owner-id", Values: ["123456789012"] }] }),
  ec2("DescribeSecurityGroups", { Filters: [{ Name: "no-such-filter", Values: ["x"] }] }),
  ec2("DeleteSecurityGroup", { GroupId: ABSENT }),
  ec2(
    "CreateSecurityGroup",
    { GroupName: "spare", Description: "to be deleted", VpcId: "{vpc}" },
    { save: { spareGroup: "GroupId" } },
  ),
  ec2("DeleteSecurityGroup", { GroupId: "{spareGroup}" }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{spareGroup}"] }),
  ec2("DeleteSecurityGroup", { GroupId: "{spareGroup}" }),
];
