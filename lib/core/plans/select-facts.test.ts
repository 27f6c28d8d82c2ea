import { describe, expect, it } from "vitest";
import { buildNetwork } from "../network/build-network";
import type { Resources } from "../network/resources";
import type { Capture } from "../network/snapshot";
import { selectFacts, type LiveReadings } from "./select-facts";

const arn = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const vpcConfig = { VpcId: "vpc-wrong", SubnetIds: ["subnet-a"], SecurityGroupIds: ["sg-app"] };
const resources: Resources = {
  Vpcs: [{ VpcId: "vpc-1", InstanceTenancy: "default", Tags: [{ Key: "Name", Value: "prod-vpc" }] }],
  Subnets: [
    { SubnetId: "subnet-a", VpcId: "vpc-1", AvailabilityZone: "eu-west-1a", AvailableIpAddressCount: 99 },
  ],
  RouteTables: [
    {
      RouteTableId: "rtb-1",
      VpcId: "vpc-1",
      Associations: [{ Main: true, RouteTableId: "rtb-1" }],
      Routes: [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", State: "active" }],
    },
  ],
  SecurityGroups: [{ GroupId: "sg-app", GroupName: "app", VpcId: "vpc-1", IpPermissionsEgress: [] }],
  Functions: [
    { FunctionName: "orders", FunctionArn: arn("orders"), VpcConfig: vpcConfig },
    { FunctionName: "orders", FunctionArn: `${arn("orders")}:3`, Version: "3", VpcConfig: vpcConfig },
    { FunctionName: "plain", FunctionArn: arn("plain") },
  ],
};

function network(coverage: Capture["coverage"] = [{ call: "ListFunctions", status: "ok" }]) {
  return buildNetwork({
    captures: [
      {
        accountId: "111122223333",
        region: "eu-west-1",
        capturedAt: "2026-11-21T08:00:00.000Z",
        resources,
        unknown: {},
        coverage: [{ call: "DescribeRouteTables", status: "ok" }, ...coverage],
      },
    ],
  });
}

const unread = { status: "unread", reason: "UnauthorizedOperation" } as const;
const allUnread: LiveReadings = {
  subnets: unread,
  securityGroups: unread,
  offeredGroups: unread,
  networkInterfaces: unread,
};
const live: LiveReadings = {
  subnets: {
    status: "read",
    value: [
      {
        SubnetId: "subnet-a",
        VpcId: "vpc-1",
        AvailabilityZone: "eu-west-1a",
        AvailableIpAddressCount: 7,
        Tags: [{ Key: "Name", Value: "app-a" }],
        Ipv6CidrBlockAssociationSet: [
          { Ipv6CidrBlock: "2001:db8::/64", Ipv6CidrBlockState: { State: "associated" } },
        ],
      },
    ],
  },
  securityGroups: {
    status: "read",
    value: [{ GroupId: "sg-app", VpcId: "vpc-1", IpPermissionsEgress: [{}] }],
  },
  offeredGroups: { status: "read", value: [] },
  networkInterfaces: {
    status: "read",
    value: [
      {
        NetworkInterfaceId: "eni-1",
        InterfaceType: "lambda",
        SubnetId: "subnet-a",
        VpcId: "vpc-1",
        Groups: [{ GroupId: "sg-app" }],
      },
      { NetworkInterfaceId: "eni-2", InterfaceType: "lambda" },
      { NetworkInterfaceId: "eni-3", InterfaceType: "interface", SubnetId: "subnet-a" },
    ],
  },
};
const attachment = {
  vpcId: "",
  subnetIds: ["subnet-a", "subnet-x"],
  securityGroupIds: ["sg-app", "sg-x"],
  ipv6AllowedForDualStack: false,
};

describe("selectFacts", () => {
  it("takes what was read just now before what the snapshot holds", () => {
    const facts = selectFacts({
      network: network(),
      live,
      before: null,
      after: attachment,
      functionArn: arn("plain"),
    });
    expect(facts.subnets).toMatchObject([
      {
        subnetId: "subnet-a",
        name: "app-a",
        presence: "present",
        availableIpAddressCount: 7,
        hasIpv6: true,
        kind: "private",
        kindReason: "0.0.0.0/0 → nat-1 in rtb-1 (main)",
      },
      { subnetId: "subnet-x", presence: "absent", vpcId: null, kind: "unknown" },
    ]);
    expect(facts.securityGroups).toMatchObject([
      { groupId: "sg-app", presence: "present", hasEgress: true },
      { groupId: "sg-x", presence: "absent", hasEgress: null },
    ]);
    expect(facts.interfaces).toEqual({
      status: "read",
      value: [{ networkInterfaceId: "eni-1", subnetId: "subnet-a", securityGroupIds: ["sg-app"] }],
    });
    expect(facts.lambdaInterfaceCount).toEqual({ status: "read", value: 1 });
  });

  it("asks of a group of another VPC whether AWS lists it for this one, and finds a shared one only there", () => {
    const groups = (offeredGroups: LiveReadings["offeredGroups"]) =>
      selectFacts({
        network: network(),
        live: {
          ...live,
          securityGroups: { status: "read", value: [{ GroupId: "sg-far", VpcId: "vpc-2" }] },
          offeredGroups,
        },
        before: null,
        after: {
          ...attachment,
          subnetIds: ["subnet-a"],
          securityGroupIds: ["sg-app", "sg-far", "sg-shared"],
        },
        functionArn: null,
      }).securityGroups;
    const shared = { GroupId: "sg-shared", GroupName: "shared", PrimaryVpcId: "vpc-9" };
    expect(groups({ status: "read", value: [shared] })).toMatchObject([
      { groupId: "sg-app", vpcId: "vpc-1", offered: null },
      { groupId: "sg-far", vpcId: "vpc-2", offered: { status: "read", value: false } },
      {
        groupId: "sg-shared",
        name: "shared",
        presence: "present",
        vpcId: "vpc-9",
        offered: { status: "read", value: true },
        hasEgress: null,
      },
    ]);
    expect(groups(unread)).toMatchObject([
      { offered: null },
      { offered: unread },
      { presence: "absent", offered: null },
    ]);
  });

  it("derives the VPC from the subnets, not from what the function's configuration says", () => {
    const before = { ...attachment, subnetIds: ["subnet-a"], vpcId: "vpc-123abc" };
    const facts = selectFacts({
      network: network(),
      live,
      before,
      after: attachment,
      functionArn: arn("orders"),
    });
    expect(facts.before?.vpcId).toBe("vpc-1");
    expect(facts.after?.vpcId).toBe("vpc-1");
    expect(facts.vpc).toEqual({
      vpcId: "vpc-1",
      name: "prod-vpc",
      ineligibleReason: null,
      instanceTenancy: "default",
    });
  });

  it("falls back to the snapshot, and takes nothing unread for absent or counted", () => {
    const facts = selectFacts({
      network: network(),
      live: allUnread,
      before: null,
      after: attachment,
      functionArn: null,
    });
    expect(facts.subnets).toMatchObject([
      { presence: "present", availableIpAddressCount: null, hasIpv6: false },
      { presence: "unread", hasIpv6: null },
    ]);
    expect(facts.securityGroups).toMatchObject([
      { presence: "present", name: "app", hasEgress: false },
      { presence: "unread" },
    ]);
    expect(facts.interfaces).toEqual(unread);
    expect(facts.lambdaInterfaceCount).toEqual(unread);
  });

  it("counts the function's own versions as others who share, and not its $LATEST", () => {
    const { users } = selectFacts({
      network: network(),
      live,
      before: null,
      after: null,
      functionArn: arn("orders"),
    });
    expect(users.status === "read" && users.value.map(({ label }) => label)).toEqual(["orders:3"]);
  });

  it("does not claim to know who shares where the functions were not read", () => {
    const { users } = selectFacts({
      network: network([
        { call: "ListFunctions", status: "failed", error: { code: "AccessDenied", message: "no" } },
      ]),
      live,
      before: null,
      after: null,
      functionArn: null,
    });
    expect(users).toMatchObject({
      status: "unread",
      reason: expect.stringContaining("AccessDenied") as string,
    });
  });

  it("has no VPC facts beyond the id where the VPC was not read", () => {
    const subnets = { status: "read", value: [{ SubnetId: "subnet-n", VpcId: "vpc-new" }] } as const;
    const facts = selectFacts({
      network: network(),
      live: { ...live, subnets },
      before: { ...attachment, subnetIds: ["subnet-gone"], vpcId: "vpc-old" },
      after: { ...attachment, subnetIds: ["subnet-n"] },
      functionArn: null,
    });
    expect(facts.vpc).toEqual({
      vpcId: "vpc-new",
      name: null,
      ineligibleReason: null,
      instanceTenancy: null,
    });
    expect(facts.before?.vpcId).toBe("vpc-old");
  });
});
