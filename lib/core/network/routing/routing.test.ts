import { describe, expect, it } from "vitest";
import { aCapture, aFullCapture, deniedCalls } from "@/lib/testing/builders/snapshot";
import {
  aNetworkAcl,
  aRoute,
  aRouteTable,
  associatedWith,
  aSubnet,
} from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../build-network";
import type { Network, Resource } from "../network";
import type { Capture } from "../snapshot";
import { classifySubnet } from "./classify-subnet";
import { effectiveNetworkAcl } from "./effective-network-acl";
import { effectiveRouteTable } from "./effective-route-table";

function networkOf(...captures: Capture[]): Network {
  return buildNetwork({ captures });
}

const local = aRoute();

function withRoutes(...routes: NonNullable<Resource<"RouteTables">["Routes"]>): Network {
  return networkOf(aFullCapture({ Subnets: [aSubnet()], RouteTables: [aRouteTable({ Routes: routes })] }));
}

describe("effectiveRouteTable", () => {
  it("is the one that is explicitly associated", () => {
    const own = aRouteTable({ RouteTableId: "rtb-own", Associations: associatedWith("subnet-1") });
    const network = networkOf(aFullCapture({ Subnets: [aSubnet()], RouteTables: [aRouteTable(), own] }));
    expect(effectiveRouteTable(network, "subnet-1")).toMatchObject({
      status: "known",
      routeTableId: "rtb-own",
      association: "explicit",
    });
  });

  it("is the VPC's main table where the subnet has none of its own", () => {
    expect(effectiveRouteTable(withRoutes(local), "subnet-1")).toMatchObject({
      routeTableId: "rtb-1",
      association: "main",
    });
  });

  it.each([
    ["a subnet that was not read", networkOf(aFullCapture()), "subnet-1 is not among the subnets read"],
    [
      "tables that were not read",
      networkOf(aCapture({ Subnets: [aSubnet()] })),
      "DescribeRouteTables was not read",
    ],
    [
      "a subnet without a VPC",
      networkOf(aFullCapture({ Subnets: [aSubnet({ VpcId: undefined })] })),
      "the VPC of subnet-1 is not known",
    ],
    [
      "a main table that is missing",
      networkOf(aFullCapture({ Subnets: [aSubnet()] })),
      "the main route table of vpc-1 is not among those read",
    ],
  ])("is unknown for %s, and says why", (_name, network, reason) => {
    expect(effectiveRouteTable(network, "subnet-1")).toEqual({ status: "unknown", reason });
  });

  it("does not guess the main table where a table that was not read may be associated", () => {
    const capture = aCapture(
      { Subnets: [aSubnet()], RouteTables: [aRouteTable()] },
      { coverage: deniedCalls("DescribeRouteTables") },
    );
    expect(effectiveRouteTable(networkOf(capture), "subnet-1")).toMatchObject({
      status: "unknown",
      reason: expect.stringContaining("UnauthorizedOperation") as string,
    });
  });

  it("is certain of an explicit association even where other tables were not read", () => {
    const own = aRouteTable({ Associations: associatedWith("subnet-1") });
    const capture = aCapture({ RouteTables: [own] }, { coverage: deniedCalls("DescribeRouteTables") });
    expect(effectiveRouteTable(networkOf(capture), "subnet-1").status).toBe("known");
  });
});

describe("effectiveNetworkAcl", () => {
  it("is the one that lists the subnet", () => {
    const network = networkOf(aFullCapture({ Subnets: [aSubnet()], NetworkAcls: [aNetworkAcl()] }));
    expect(effectiveNetworkAcl(network, "subnet-1")).toMatchObject({
      status: "known",
      networkAclId: "acl-1",
    });
  });

  it.each([
    ["ACLs were not read", networkOf(aCapture({ Subnets: [aSubnet()] })), "DescribeNetworkAcls was not read"],
    [
      "none names it",
      networkOf(aFullCapture({ Subnets: [aSubnet()] })),
      "no network ACL read names subnet-1",
    ],
    ["the subnet was not read", networkOf(aFullCapture()), "subnet-1 is not among the subnets read"],
  ])("is unknown, never allow-all, where %s", (_name, network, reason) => {
    expect(effectiveNetworkAcl(network, "subnet-1")).toEqual({ status: "unknown", reason });
  });
});

describe("classifySubnet", () => {
  const toInternet = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1", State: "active" as const };
  const toNat = { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1", State: "active" as const };

  it("is public by an active route to an internet gateway, and names it", () => {
    expect(classifySubnet(withRoutes(local, toInternet), "subnet-1")).toEqual({
      kind: "public",
      route: toInternet,
      reason: "0.0.0.0/0 → igw-1 in rtb-1 (main)",
    });
  });

  it("names IPv4's default before IPv6's, and any default before a narrower route", () => {
    const ipv6 = { DestinationIpv6CidrBlock: "::/0", GatewayId: "igw-1" };
    const narrow = { DestinationCidrBlock: "0.0.0.0/1", GatewayId: "igw-1" };
    expect(classifySubnet(withRoutes(ipv6, narrow, toInternet), "subnet-1").route).toBe(toInternet);
    expect(classifySubnet(withRoutes(narrow, ipv6), "subnet-1").route).toBe(ipv6);
    expect(classifySubnet(withRoutes(toNat, narrow), "subnet-1")).toMatchObject({
      kind: "public",
      route: narrow,
    });
  });

  it.each([
    ["a NAT gateway", toNat],
    ["a transit gateway", { DestinationCidrBlock: "0.0.0.0/0", TransitGatewayId: "tgw-1" }],
    ["an egress-only gateway", { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1" }],
    ["an instance", { DestinationCidrBlock: "0.0.0.0/0", NetworkInterfaceId: "eni-1", InstanceId: "i-1" }],
  ])("is private by a default route to %s", (_name, route) => {
    expect(classifySubnet(withRoutes(local, route), "subnet-1")).toMatchObject({ kind: "private", route });
  });

  it("is isolated without a default route", () => {
    expect(classifySubnet(withRoutes(local), "subnet-1")).toEqual({
      kind: "isolated",
      reason: "no default route in rtb-1 (main)",
    });
    const bare = networkOf(
      aFullCapture({
        Subnets: [aSubnet()],
        RouteTables: [aRouteTable({ Routes: undefined, Associations: associatedWith("subnet-1") })],
      }),
    );
    expect(classifySubnet(bare, "subnet-1").reason).toBe("no default route in rtb-1");
  });

  it.each(["blackhole", "filtered"] as const)("is isolated where its default route is %s", (State) => {
    const { kind, reason } = classifySubnet(withRoutes({ ...toInternet, State }), "subnet-1");
    expect(kind).toBe("isolated");
    expect(reason).toBe(
      State === "blackhole"
        ? "0.0.0.0/0 → igw-1 in rtb-1 (main) is a blackhole: its target is gone"
        : "0.0.0.0/0 → igw-1 in rtb-1 (main) is filtered: not installed",
    );
  });

  it("is unknown where its route table is", () => {
    expect(classifySubnet(networkOf(aCapture({ Subnets: [aSubnet()] })), "subnet-1")).toEqual({
      kind: "unknown",
      reason: "DescribeRouteTables was not read",
    });
  });
});
