import { describe, expect, it } from "vitest";
import type { CheckStatus } from "../change-plan";
import type { PlanFacts, Reading } from "../plan-facts";
import {
  buildAttachment,
  buildCreateFacts,
  buildPlanFacts,
  buildSecurityGroup,
  buildSubnet,
} from "../testing/build-plan-facts";
import { checks, runChecks } from "./run-checks";

const unread = { status: "unread", reason: "AccessDenied" } as const;
const one = buildSubnet("subnet-a");
const two = buildSubnet("subnet-b", { availabilityZone: "eu-west-1b" });
const state = (
  State: "Active" | "Pending" | "Inactive" | "Failed",
  LastUpdateStatus?: "InProgress" | "Successful",
) =>
  ({
    configuration: { FunctionArn: "arn:f", State, ...(LastUpdateStatus && { LastUpdateStatus }) },
  }) as const;
const interfaceAt = (subnetId: string) => ({
  networkInterfaceId: `eni-${subnetId}`,
  subnetId,
  securityGroupIds: ["sg-app"],
});
const detaching = {
  kind: "detach-function",
  before: buildAttachment(),
  after: null,
  subnets: [],
  vpc: null,
} as const;
const held: PlanFacts["interfaces"] = {
  status: "read",
  value: [interfaceAt("subnet-a"), interfaceAt("subnet-b")],
};
const usedBy = (label: string) =>
  ({ users: { status: "read", value: [{ label, attachment: buildAttachment() }] } }) as const;
const creating = (overrides: Parameters<typeof buildCreateFacts>[0] = {}) =>
  ({ kind: "create-function", configuration: null, create: buildCreateFacts(overrides) }) as const;
const foreignGroup = (offered: Reading<boolean>) => buildSecurityGroup("sg-x", { vpcId: "vpc-2", offered });
const ipv6 = { after: buildAttachment({ ipv6AllowedForDualStack: true }) };

/** Code of the check, what is so, what it must say, and a word of its message. */
const table: [string, string, Partial<PlanFacts>, CheckStatus, string][] = [
  ["function-state", "active", {}, "pass", "`Active`"],
  ["function-state", "pending", state("Pending"), "block", "following state: Pending"],
  ["function-state", "failed", state("Failed"), "block", "following state: Failed"],
  [
    "function-state",
    "an update running",
    state("Active", "InProgress"),
    "block",
    "An update is in progress for resource: arn:f",
  ],
  ["function-state", "idle", state("Inactive"), "warn", "`Inactive`"],
  ["function-state", "not read", { configuration: {} }, "unknown", "not read"],
  ["no-change", "a change", {}, "pass", "not yet"],
  ["no-change", "already attached so", { before: buildAttachment() }, "pass", "nothing will be done"],
  ["no-change", "already detached", { ...detaching, before: null }, "pass", "nothing will be done"],
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
  ["execution-role", "all six", {}, "pass", "all six"],
  [
    "execution-role",
    "cannot create",
    {
      role: {
        roleArn: "arn:aws:iam::1:role/r",
        denied: { status: "read", value: ["ec2:CreateNetworkInterface"] },
      },
    },
    "block",
    "does not have permissions to call CreateNetworkInterface on EC2",
  ],
  [
    "execution-role",
    "cannot clean up",
    {
      role: {
        roleArn: "arn:aws:iam::1:role/r",
        denied: { status: "read", value: ["ec2:DeleteNetworkInterface"] },
      },
    },
    "warn",
    "ec2:DeleteNetworkInterface",
  ],
  [
    "execution-role",
    "not simulated",
    {
      role: {
        roleArn: "arn:aws:iam::1:role/r",
        denied: { status: "unread", reason: "AccessDenied iam:SimulatePrincipalPolicy" },
      },
    },
    "unknown",
    "could not simulate: AccessDenied iam:SimulatePrincipalPolicy",
  ],
  ["execution-role", "no role read", { role: null }, "unknown", "could not be read"],
  ["pinned-interfaces", "released", { ...detaching, interfaces: held }, "pass", "2 interfaces"],
  ["pinned-interfaces", "nothing held", { ...detaching }, "pass", "No interface"],
  [
    "pinned-interfaces",
    "shared with others",
    { ...detaching, interfaces: held, ...usedBy("billing") },
    "pass",
    "other functions",
  ],
  [
    "pinned-interfaces",
    "pinned by a version",
    { ...detaching, interfaces: held, ...usedBy("orders-api:3") },
    "warn",
    "orders-api:3 still uses 2 interfaces",
  ],
  [
    "pinned-interfaces",
    "pinned by two versions",
    {
      ...detaching,
      interfaces: unread,
      users: {
        status: "read",
        value: [
          { label: "orders-api:3", attachment: buildAttachment() },
          { label: "orders-api:4", attachment: buildAttachment() },
        ],
      },
    },
    "warn",
    "orders-api:3 and orders-api:4 still use",
  ],
  [
    "pinned-interfaces",
    "users not read",
    { ...detaching, interfaces: held, users: unread },
    "unknown",
    "AccessDenied",
  ],
  ["role-until-released", "to be released", { ...detaching, interfaces: held }, "warn", "2 interfaces"],
  ["role-until-released", "nothing", { ...detaching }, "pass", "No interface"],
  ["role-until-released", "not certain", { ...detaching, users: unread }, "warn", "nothing uses any more"],
  ["private-access", "detach", { ...detaching }, "warn", "vpc-1"],
  [
    "private-access",
    "detach from an unnamed VPC",
    { ...detaching, before: buildAttachment({ vpcId: "" }) },
    "warn",
    "its VPC",
  ],
  ["private-access", "move", { before: buildAttachment({ vpcId: "vpc-9" }) }, "warn", "moves from vpc-9"],
  ["name-taken", "free", creating(), "pass", "No function"],
  [
    "name-taken",
    "taken",
    creating({ nameTaken: { status: "read", value: true } }),
    "block",
    "ResourceConflictException",
  ],
  ["name-taken", "not read", creating({ nameTaken: unread }), "unknown", "AccessDenied"],
  ["runtime-and-handler", "both", creating(), "pass", "nodejs22.x, index.handler"],
  [
    "runtime-and-handler",
    "neither",
    creating({ runtime: null, handler: null }),
    "block",
    "a runtime and a handler",
  ],
  [
    "runtime-and-handler",
    "an image",
    creating({ runtime: null, handler: null, code: { kind: "image", imageUri: "i" } }),
    "pass",
    "its own",
  ],
  [
    "runtime-and-handler",
    "an image with a runtime",
    creating({ code: { kind: "image", imageUri: "i" } }),
    "block",
    "no runtime or handler",
  ],
  ["role-assumable", "trusted", creating(), "pass", "lambda.amazonaws.com"],
  [
    "role-assumable",
    "not trusted",
    creating({ roleAssumable: { status: "read", value: false } }),
    "block",
    "cannot be assumed by Lambda",
  ],
  [
    "role-assumable",
    "not trusted, no role",
    { ...creating({ roleAssumable: { status: "read", value: false } }), role: null },
    "block",
    "cannot be assumed by Lambda",
  ],
  ["role-assumable", "not read", creating({ roleAssumable: unread }), "unknown", "AccessDenied"],
  ["code-size", "the sample", creating(), "pass", "ready sample"],
  ["code-size", "a zip", creating({ code: { kind: "zip", sizeBytes: 5_000 } }), "pass", "A zip of 5 KB"],
  [
    "code-size",
    "too large",
    creating({ code: { kind: "zip", sizeBytes: 51 * 1024 * 1024 } }),
    "block",
    "50 MB",
  ],
  ["code-size", "S3", creating({ code: { kind: "s3", bucket: "b", key: "k" } }), "pass", "s3://b/k"],
  ["code-size", "an image", creating({ code: { kind: "image", imageUri: "repo:1" } }), "pass", "repo:1"],
];

describe("checks", () => {
  it.each(table)("%s, %s", (code, _when, overrides, status, word) => {
    const outcome = checks.find((check) => check.code === code)?.evaluate(buildPlanFacts(overrides));
    expect(outcome?.status).toBe(status);
    expect(outcome?.message).toContain(word);
    if (status === "block") expect(outcome?.nextStep).toBeTruthy();
  });

  it.each(checks.map(({ code }) => code))("%s is in the table", (code) => {
    expect(table.some(([tested]) => tested === code)).toBe(true);
  });

  it("asks nothing about a VPC where none is wanted", () => {
    const codes = runChecks(
      buildPlanFacts({ ...creating(), after: null, subnets: [], securityGroups: [], vpc: null }),
      false,
    ).map(({ code }) => code);
    expect(codes).toEqual(["name-taken", "runtime-and-handler", "code-size", "role-assumable"]);
  });

  it("passes every check of a healthy attach", () => {
    expect(runChecks(buildPlanFacts(), false).filter(({ status }) => status !== "pass")).toEqual([]);
  });

  it("does not judge subnets that do not exist", () => {
    const facts = buildPlanFacts({
      subnets: [
        buildSubnet("subnet-x", {
          presence: "absent",
          vpcId: null,
          kind: "unknown",
          availableIpAddressCount: null,
        }),
      ],
    });
    const codes = ["subnets-eligible", "addresses", "public-subnet"].map((code) => {
      const outcome = checks.find((check) => check.code === code)?.evaluate(facts);
      return outcome?.status ?? null;
    });
    expect(codes).toEqual([null, "pass", "pass"]);
  });

  it("does not ask about the loss of private access where the VPC stays the same", () => {
    expect(
      runChecks(buildPlanFacts({ before: buildAttachment({ subnetIds: ["subnet-a"] }) }), false).some(
        ({ code }) => code === "private-access",
      ),
    ).toBe(false);
  });
});
