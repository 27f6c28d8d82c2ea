import { buildAttachment, buildSecurityGroup, buildSubnet } from "../../testing/build-plan-facts";
import { type CheckCase, held, one, two, unread } from "../check-cases.test-builder";

const ipv6 = { after: buildAttachment({ ipv6AllowedForDualStack: true }) };

/** Room, routes and addresses of the subnets chosen. */
export const reachCases: readonly CheckCase[] = [
  ["addresses", "room", {}, "pass", "room"],
  ["addresses", "shared", { interfaces: held }, "pass", "no new address"],
  [
    "addresses",
    "none free",
    { subnets: [buildSubnet("subnet-a", { availableIpAddressCount: 0 }), two] },
    "block",
    "prod-a (subnet-a) has no free address",
  ],
  [
    "addresses",
    "none free in two",
    {
      subnets: [
        buildSubnet("subnet-a", { availableIpAddressCount: 0 }),
        buildSubnet("subnet-b", { availableIpAddressCount: 0 }),
      ],
    },
    "block",
    "have no free address",
  ],
  [
    "addresses",
    "none free but shared",
    { subnets: [buildSubnet("subnet-a", { availableIpAddressCount: 0 }), two], interfaces: held },
    "pass",
    "shared",
  ],
  [
    "addresses",
    "none free, interfaces unread",
    { subnets: [buildSubnet("subnet-a", { availableIpAddressCount: 0 }), two], interfaces: unread },
    "warn",
    "could not be read",
  ],
  [
    "addresses",
    "four free",
    { subnets: [buildSubnet("subnet-a", { availableIpAddressCount: 4 }), two] },
    "warn",
    "fewer than 5",
  ],
  [
    "addresses",
    "few in two",
    {
      subnets: [
        buildSubnet("subnet-a", { availableIpAddressCount: 4 }),
        buildSubnet("subnet-b", { availableIpAddressCount: 1 }),
      ],
    },
    "warn",
    "have fewer than 5",
  ],
  [
    "addresses",
    "not read",
    { subnets: [buildSubnet("subnet-a", { availableIpAddressCount: null }), two] },
    "unknown",
    "could not be read",
  ],
  ["interface-quota", "far", {}, "pass", "5 Lambda interfaces"],
  ["interface-quota", "none created", { interfaces: held }, "pass", "No interface"],
  [
    "interface-quota",
    "near",
    { lambdaInterfaceCount: { status: "read", value: 498 } },
    "warn",
    "EniLimitExceeded",
  ],
  ["interface-quota", "not read", { lambdaInterfaceCount: unread }, "unknown", "AccessDenied"],
  ["dual-stack", "no IPv6", ipv6, "block", "no IPv6 CIDR"],
  ["dual-stack", "one without", { ...ipv6, subnets: [one] }, "block", "has no IPv6 CIDR"],
  ["dual-stack", "all", { ...ipv6, subnets: [buildSubnet("subnet-a", { hasIpv6: true })] }, "pass", "IPv6"],
  [
    "dual-stack",
    "not read",
    { ...ipv6, subnets: [buildSubnet("subnet-a", { hasIpv6: null })] },
    "unknown",
    "could not be read",
  ],
  ["public-subnet", "none", {}, "pass", "None"],
  [
    "public-subnet",
    "one",
    { subnets: [buildSubnet("subnet-p", { kind: "public", kindReason: "0.0.0.0/0 → igw-1 in rtb-2" })] },
    "warn",
    "0.0.0.0/0 → igw-1 in rtb-2",
  ],
  [
    "public-subnet",
    "not known",
    { subnets: [buildSubnet("subnet-p", { kind: "unknown", kindReason: "DescribeRouteTables failed" })] },
    "unknown",
    "DescribeRouteTables failed",
  ],
  [
    "public-subnet",
    "two not known",
    { subnets: [buildSubnet("subnet-p", { kind: "unknown" }), buildSubnet("subnet-q", { kind: "unknown" })] },
    "unknown",
    "are public",
  ],
  ["mixed-routing", "alike", {}, "pass", "private"],
  [
    "mixed-routing",
    "different",
    { subnets: [one, buildSubnet("subnet-i", { kind: "isolated" })] },
    "warn",
    "prod-i (subnet-i) is isolated",
  ],
  [
    "mixed-routing",
    "not known",
    { subnets: [one, buildSubnet("subnet-i", { kind: "unknown" })] },
    "unknown",
    "could not be read",
  ],
  ["security-group-egress", "open", {}, "pass", "app (sg-app)"],
  [
    "security-group-egress",
    "closed",
    { securityGroups: [buildSecurityGroup("sg-x", { hasEgress: false })] },
    "warn",
    "has no outbound rule",
  ],
  [
    "security-group-egress",
    "two closed",
    {
      securityGroups: [
        buildSecurityGroup("sg-x", { hasEgress: false }),
        buildSecurityGroup("sg-y", { hasEgress: false }),
      ],
    },
    "warn",
    "have no outbound rule",
  ],
  [
    "security-group-egress",
    "not read",
    { securityGroups: [buildSecurityGroup("sg-x", { hasEgress: null })] },
    "unknown",
    "could not be read",
  ],
];
