import type { Reading } from "../../plan-facts";
import { buildSecurityGroup, buildSubnet } from "../../testing/build-plan-facts";
import { type CheckCase, one } from "../check-cases.test-builder";

const foreignGroup = (offered: Reading<boolean>) => buildSecurityGroup("sg-x", { vpcId: "vpc-2", offered });

/** What is where: subnets, groups, zones. */
export const placeCases: readonly CheckCase[] = [
  ["subnets-exist", "found", {}, "pass", "2 subnets found"],
  [
    "subnets-exist",
    "absent",
    { subnets: [buildSubnet("subnet-x", { presence: "absent" })] },
    "block",
    "InvalidSubnetID.NotFound",
  ],
  [
    "subnets-exist",
    "two absent",
    {
      subnets: [
        buildSubnet("subnet-x", { presence: "absent" }),
        buildSubnet("subnet-y", { presence: "absent" }),
      ],
    },
    "block",
    "subnet-x and subnet-y do not exist",
  ],
  [
    "subnets-exist",
    "not read",
    { subnets: [buildSubnet("subnet-x", { presence: "unread" })] },
    "unknown",
    "could not be looked up",
  ],
  ["security-groups-exist", "found", {}, "pass", "1 security group found"],
  [
    "security-groups-exist",
    "absent",
    { securityGroups: [buildSecurityGroup("sg-x", { presence: "absent" })] },
    "block",
    "InvalidGroup.NotFound",
  ],
  [
    "security-groups-exist",
    "two absent",
    {
      securityGroups: [
        buildSecurityGroup("sg-x", { presence: "absent" }),
        buildSecurityGroup("sg-y", { presence: "absent" }),
      ],
    },
    "block",
    "sg-x and sg-y do not exist",
  ],
  [
    "security-groups-exist",
    "not read",
    { securityGroups: [buildSecurityGroup("sg-x", { presence: "unread" })] },
    "unknown",
    "could not be looked up",
  ],
  ["same-vpc", "one VPC", {}, "pass", "prod-vpc (vpc-1)"],
  [
    "same-vpc",
    "a group of another VPC",
    { securityGroups: [buildSecurityGroup("sg-x", { vpcId: "vpc-2" })] },
    "block",
    "Security Groups are required to be in the same VPC",
  ],
  [
    "same-vpc",
    "two groups of another VPC",
    {
      securityGroups: [
        buildSecurityGroup("sg-x", { vpcId: "vpc-2" }),
        buildSecurityGroup("sg-y", { vpcId: "vpc-2" }),
      ],
    },
    "block",
    "belong to another VPC",
  ],
  [
    "same-vpc",
    "a group of another VPC that AWS lists for this one",
    { securityGroups: [buildSecurityGroup("sg-app"), foreignGroup({ status: "read", value: true })] },
    "unknown",
    "AWS does not document whether Lambda accepts such a group",
  ],
  [
    "same-vpc",
    "two groups of another VPC, one of them listed for this one",
    {
      securityGroups: [
        foreignGroup({ status: "read", value: true }),
        { ...foreignGroup({ status: "read", value: false }), groupId: "sg-y", name: "other" },
      ],
    },
    "block",
    "other (sg-y) belongs to another VPC",
  ],
  [
    "same-vpc",
    "a group of another VPC, AWS refusing to list",
    { securityGroups: [foreignGroup({ status: "unread", reason: "UnauthorizedOperation" })] },
    "block",
    "could not be asked (`UnauthorizedOperation`)",
  ],
  [
    "same-vpc",
    "subnets of two VPCs",
    { subnets: [one, buildSubnet("subnet-z", { vpcId: "vpc-2" })] },
    "block",
    "several VPCs",
  ],
  [
    "same-vpc",
    "several strange subnets",
    {
      subnets: [
        one,
        buildSubnet("subnet-z", { vpcId: "vpc-2" }),
        buildSubnet("subnet-y", { vpcId: "vpc-2" }),
      ],
    },
    "block",
    "are not in",
  ],
  [
    "same-vpc",
    "a group not read",
    { securityGroups: [buildSecurityGroup("sg-x", { vpcId: null })] },
    "unknown",
    "not known",
  ],
  ["dedicated-tenancy", "default", {}, "pass", "default tenancy"],
  [
    "dedicated-tenancy",
    "dedicated",
    { vpc: { vpcId: "vpc-1", name: null, ineligibleReason: "Dedicated.", instanceTenancy: "dedicated" } },
    "block",
    "Dedicated.",
  ],
  [
    "dedicated-tenancy",
    "refused, tenancy unread",
    { vpc: { vpcId: "vpc-1", name: null, ineligibleReason: "Refused.", instanceTenancy: null } },
    "block",
    "Refused.",
  ],
  [
    "dedicated-tenancy",
    "not read",
    { vpc: { vpcId: "vpc-1", name: null, ineligibleReason: null, instanceTenancy: null } },
    "unknown",
    "could not be read",
  ],
  ["subnets-eligible", "all", {}, "pass", "have IPv4"],
  [
    "subnets-eligible",
    "an Outpost",
    { subnets: [buildSubnet("subnet-o", { ineligibleReason: "On an Outpost." })] },
    "block",
    "On an Outpost.",
  ],
  ["limits", "few", {}, "pass", "2 subnets of at most 16"],
  ["two-zones", "two", {}, "pass", "eu-west-1a and eu-west-1b"],
  ["two-zones", "one", { subnets: [one] }, "warn", "eu-west-1a"],
  [
    "two-zones",
    "not read",
    { subnets: [buildSubnet("subnet-x", { availabilityZone: null })] },
    "unknown",
    "could not be read",
  ],
  ["two-zones", "no subnet", { subnets: [] }, "warn", "one zone"],
];
