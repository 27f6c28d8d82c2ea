import { ec2, type Step } from "../../step";

const ABSENT = "sgr-0123456789abcdef0";
const https = (range: { CidrIp: string; Description?: string }) => ({
  IpProtocol: "tcp",
  FromPort: 443,
  ToPort: 443,
  IpRanges: [range],
});
const change = (rule: object, id = "{webRule}") =>
  ec2("ModifySecurityGroupRules", {
    GroupId: "{rulesGroup}",
    SecurityGroupRules: [{ SecurityGroupRuleId: id, SecurityGroupRule: rule }],
  });
const web = { IpProtocol: "tcp", FromPort: 8443, ToPort: 8443 };
const readRules = ec2("DescribeSecurityGroupRules", {
  Filters: [{ Name: "group-id", Values: ["{rulesGroup}"] }],
});

/** Rules changed where they stand: other ports and ranges, descriptions, tags. */
export const securityGroupRuleChangeSteps: readonly Step[] = [
  ec2(
    "CreateSecurityGroup",
    { GroupName: "rules", Description: "whose rules change", VpcId: "{networkVpc}" },
    { save: { rulesGroup: "GroupId" } },
  ),
  ec2(
    "AuthorizeSecurityGroupIngress",
    {
      GroupId: "{rulesGroup}",
      IpPermissions: [https({ CidrIp: "10.0.0.0/8", Description: "first" })],
      TagSpecifications: [{ ResourceType: "security-group-rule", Tags: [{ Key: "Name", Value: "web" }] }],
    },
    { save: { webRule: "SecurityGroupRules.0.SecurityGroupRuleId" } },
  ),
  readRules,
  change({ ...web, CidrIpv4: "10.72.0.0/16", Description: "second" }),
  readRules,
  ec2("DescribeSecurityGroups", { GroupIds: ["{rulesGroup}"] }),
  change({ ...web }),
  change({ ...web, CidrIpv4: "10.0.0.0/8", CidrIpv6: "2001:db8::/32" }),
  change({ FromPort: 1, ToPort: 2, CidrIpv4: "10.0.0.0/8" }),
  change({ IpProtocol: "tcp", CidrIpv4: "10.0.0.0/8" }),
  change({ ...web, CidrIpv4: "10.0.0.0/8" }, ABSENT),
  ec2("ModifySecurityGroupRules", {
    GroupId: "sg-0123456789abcdef0",
    SecurityGroupRules: [
      { SecurityGroupRuleId: "{webRule}", SecurityGroupRule: { ...web, CidrIpv4: "10.0.0.0/8" } },
    ],
  }),
  ec2("CreateTags", { Resources: ["{webRule}"], Tags: [{ Key: "Stage", Value: "test" }] }),
  ec2("DescribeTags", { Filters: [{ Name: "resource-id", Values: ["{webRule}"] }] }),
  ec2("DescribeSecurityGroupRules", { SecurityGroupRuleIds: ["{webRule}"] }),
  ec2("DescribeSecurityGroupRules", { Filters: [{ Name: "tag:Stage", Values: ["test"] }] }),
  ec2("DeleteTags", { Resources: ["{webRule}"], Tags: [{ Key: "Stage" }] }),
  ec2("UpdateSecurityGroupRuleDescriptionsIngress", {
    GroupId: "{rulesGroup}",
    IpPermissions: [
      {
        IpProtocol: "tcp",
        FromPort: 8443,
        ToPort: 8443,
        IpRanges: [{ CidrIp: "10.72.0.0/16", Description: "third" }],
      },
    ],
  }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{rulesGroup}"] }),
  ec2("UpdateSecurityGroupRuleDescriptionsIngress", {
    GroupId: "{rulesGroup}",
    IpPermissions: [https({ CidrIp: "192.0.2.0/24", Description: "of no rule" })],
  }),
  ec2("UpdateSecurityGroupRuleDescriptionsEgress", {
    GroupId: "{rulesGroup}",
    IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0", Description: "everything" }] }],
  }),
  ec2("UpdateSecurityGroupRuleDescriptionsEgress", {
    GroupId: "sg-0123456789abcdef0",
    IpPermissions: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }],
  }),
  readRules,
  ec2("DescribeSecurityGroups", { GroupIds: ["{rulesGroup}"] }),
];
