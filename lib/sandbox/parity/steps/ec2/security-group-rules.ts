import { ec2, type Step } from "../../step";

const https = (ranges: { CidrIp: string; Description?: string }[]) => ({
  IpProtocol: "tcp",
  FromPort: 443,
  ToPort: 443,
  IpRanges: ranges,
});
const postgresFrom = (groupId: string) => ({
  IpProtocol: "tcp",
  FromPort: 5432,
  ToPort: 5432,
  UserIdGroupPairs: [{ GroupId: groupId, Description: "from the function" }],
});
const everything = { IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
const ABSENT = "sg-0123456789abcdef0";

/** Rules of security groups: authorised, read in both forms, revoked, refused. */
export const securityGroupRuleSteps: readonly Step[] = [
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{functionGroup}",
    IpPermissions: [https([{ CidrIp: "10.0.0.0/8", Description: "inside" }, { CidrIp: "192.0.2.0/24" }])],
  }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{functionGroup}"] }),
  ec2(
    "AuthorizeSecurityGroupIngress",
    { GroupId: "{databaseGroup}", IpPermissions: [postgresFrom("{functionGroup}")] },
    { save: { postgresRule: "SecurityGroupRules.0.SecurityGroupRuleId" } },
  ),
  ec2("DescribeSecurityGroups", { GroupIds: ["{databaseGroup}"] }),
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{databaseGroup}",
    IpPermissions: [
      {
        IpProtocol: "icmp",
        FromPort: 8,
        ToPort: -1,
        IpRanges: [{ CidrIp: "10.1.0.0/16" }],
      },
    ],
  }),
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{databaseGroup}",
    IpPermissions: [
      {
        IpProtocol: "udp",
        FromPort: 53,
        ToPort: 53,
        Ipv6Ranges: [{ CidrIpv6: "2001:db8::/32", Description: "names" }],
      },
    ],
  }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{databaseGroup}"] }),
  ec2("DescribeSecurityGroupRules", { Filters: [{ Name: "group-id", Values: ["{functionGroup}"] }] }),
  ec2("DescribeSecurityGroupRules", { Filters: [{ Name: "group-id", Values: ["{databaseGroup}"] }] }),
  ec2("DescribeSecurityGroupRules", { SecurityGroupRuleIds: ["{postgresRule}"] }),
  ec2("DescribeSecurityGroupRules", { SecurityGroupRuleIds: ["sgr-0123456789abcdef0"] }),
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{functionGroup}",
    IpPermissions: [https([{ CidrIp: "10.0.0.0/8" }])],
  }),
  ec2("AuthorizeSecurityGroupIngress", { GroupId: ABSENT, IpPermissions: [everything] }),
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{functionGroup}",
    IpPermissions: [https([{ CidrIp: "10.300.0.0/8" }])],
  }),
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{databaseGroup}",
    IpPermissions: [postgresFrom(ABSENT)],
  }),
  ec2("AuthorizeSecurityGroupIngress", {
    GroupId: "{databaseGroup}",
    IpPermissions: [everything],
    DryRun: true,
  }),
  ec2("AuthorizeSecurityGroupEgress", {
    GroupId: "{functionGroup}",
    IpPermissions: [postgresFrom("{databaseGroup}")],
  }),
  ec2("AuthorizeSecurityGroupEgress", { GroupId: "{functionGroup}", IpPermissions: [everything] }),
  ec2("RevokeSecurityGroupEgress", { GroupId: "{functionGroup}", IpPermissions: [everything] }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{functionGroup}"] }),
  ec2("DescribeSecurityGroups", {
    Filters: [{ Name: "ip-permission.group-id", Values: ["{functionGroup}"] }],
  }),
  ec2("DescribeSecurityGroups", {
    Filters: [
      { Name: "vpc-id", Values: ["{vpc}"] },
      { Name: "ip-permission.cidr", Values: ["192.0.2.0/24"] },
    ],
  }),
  ec2("DescribeSecurityGroups", {
    Filters: [
      { Name: "vpc-id", Values: ["{vpc}"] },
      { Name: "ip-permission.from-port", Values: ["5432"] },
    ],
  }),
  ec2("DescribeSecurityGroups", {
    Filters: [{ Name: "egress.ip-permission.group-id", Values: ["{databaseGroup}"] }],
  }),
  ec2("DescribeSecurityGroups", {
    Filters: [
      { Name: "vpc-id", Values: ["{vpc}"] },
      { Name: "ip-permission.protocol", Values: ["icmp"] },
    ],
  }),
  ec2("RevokeSecurityGroupEgress", { GroupId: ABSENT, IpPermissions: [everything] }),
  ec2("RevokeSecurityGroupIngress", { GroupId: "{functionGroup}", IpPermissions: [everything] }),
  ec2("RevokeSecurityGroupIngress", {
    GroupId: "{functionGroup}",
    IpPermissions: [https([{ CidrIp: "192.0.2.0/24" }])],
  }),
  ec2("DescribeSecurityGroupRules", { Filters: [{ Name: "group-id", Values: ["{functionGroup}"] }] }),
  ec2("RevokeSecurityGroupIngress", {
    GroupId: "{databaseGroup}",
    SecurityGroupRuleIds: ["{postgresRule}"],
  }),
  ec2("DescribeSecurityGroups", { GroupIds: ["{databaseGroup}"] }),
];
