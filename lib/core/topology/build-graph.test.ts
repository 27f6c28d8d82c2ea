import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { aRoute, aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "../network/build-network";
import { buildGraph } from "./build-graph";
import { classic, edgeOf, factOf, graphOf, nodeOf, table, toInternet, toNat } from "./graph.test-builder";

describe("the diagram of a VPC", () => {
  const graph = graphOf(classic);

  it("nests region, VPC, zone and subnet, and says why a subnet is of its kind", () => {
    expect(nodeOf(graph, "region:111122223333/eu-west-1")).toMatchObject({
      kind: "region",
      label: "eu-west-1",
    });
    expect(nodeOf(graph, "vpc-1")).toMatchObject({
      parentId: "region:111122223333/eu-west-1",
      label: "prod",
    });
    expect(nodeOf(graph, "zone:vpc-1/eu-west-1a")).toMatchObject({ parentId: "vpc-1" });
    expect(nodeOf(graph, "public")).toMatchObject({
      parentId: "zone:vpc-1/eu-west-1a",
      label: "public-a",
      sublabel: "10.0.1.0/24",
      subnetKind: "public",
    });
    expect(factOf(nodeOf(graph, "public"), "Why public")).toBe("0.0.0.0/0 → igw-1 in rtb-public");
    expect(factOf(nodeOf(graph, "public"), "Free addresses")).toBe("250 of 251");
    expect(nodeOf(graph, "private")).toMatchObject({ subnetKind: "private", label: "private" });
    expect(nodeOf(graph, "isolated")).toMatchObject({
      subnetKind: "isolated",
      parentId: "zone:vpc-1/unknown",
    });
  });

  it("draws routes with the route and table they come from, and what lies behind the gateways", () => {
    expect(edgeOf(graph, "private", "nat-1")).toMatchObject({
      kind: "route",
      label: "0.0.0.0/0",
      evidence: "0.0.0.0/0 → nat-1 in rtb-private (table of private)",
    });
    expect(edgeOf(graph, "nat-1", "igw-1").evidence).toBe(
      "nat-1 is in public: 0.0.0.0/0 → igw-1 in rtb-public",
    );
    expect(edgeOf(graph, "igw-1", "internet")).toMatchObject({ kind: "gateway" });
    expect(graph.edges.filter(({ isBroken }) => isBroken)).toEqual([]);
    expect(nodeOf(graph, "nat-1")).toMatchObject({ parentId: "public", sublabel: "203.0.113.10" });
  });

  it("leaves out gateways of other VPCs and NAT gateways that are gone", () => {
    expect(graph.nodes.map(({ id }) => id)).not.toContain("igw-other");
    expect(graph.nodes.map(({ id }) => id)).not.toContain("nat-2");
  });

  it("joins several routes of one subnet to one target in one edge", () => {
    const routes = [
      toInternet,
      { DestinationIpv6CidrBlock: "::/0", DestinationCidrBlock: undefined, GatewayId: "igw-1" },
    ];
    const both = graphOf({ ...classic, RouteTables: [table(routes, "public")] });
    expect(edgeOf(both, "public", "igw-1")).toMatchObject({ label: "0.0.0.0/0, ::/0" });
  });

  it("draws broken what is broken", () => {
    const broken = graphOf({
      ...classic,
      RouteTables: [table([{ ...toInternet, State: "blackhole" }], "public"), table([toNat], "private")],
      InternetGateways: [anInternetGateway({ Attachments: [{ VpcId: "vpc-1", State: "detaching" }] })],
      NatGateways: [aNatGateway({ SubnetId: "public", State: "failed", FailureMessage: "no address" })],
    });
    expect(edgeOf(broken, "public", "igw-1")).toMatchObject({
      isBroken: true,
      evidence: "0.0.0.0/0 → igw-1 (blackhole) in rtb-public (table of public)",
    });
    expect(edgeOf(broken, "private", "nat-1").isBroken).toBe(true);
    expect(edgeOf(broken, "nat-1", "igw-1").isBroken).toBe(true);
    expect(edgeOf(broken, "igw-1", "internet")).toMatchObject({
      isBroken: true,
      evidence: "igw-1 is detaching to vpc-1",
    });
    expect(factOf(nodeOf(broken, "nat-1"), "Failure")).toBe("no address");
  });

  it("draws as not read, or as gone, what only a route names", () => {
    const gone = {
      DestinationCidrBlock: "10.9.0.0/16",
      GatewayId: undefined,
      VpcPeeringConnectionId: "pcx-9",
      State: "blackhole" as const,
    };
    const part = graphOf({
      Vpcs: [aVpc()],
      Subnets: [aSubnet()],
      RouteTables: [
        table([toNat, gone, aRoute({ GatewayId: undefined, TransitGatewayId: "tgw-1" })], "subnet-1"),
      ],
    });
    expect(factOf(nodeOf(part, "nat-1"), "Not read")).toBe("Only a route names it.");
    expect(nodeOf(part, "nat-1")).toMatchObject({ kind: "nat-gateway", parentId: "vpc-1", label: "nat-1" });
    expect(factOf(nodeOf(part, "pcx-9"), "Gone")).toContain("blackhole");
    expect(nodeOf(part, "tgw-1").parentId).toBe("region:111122223333/eu-west-1");
  });

  it("tells of route targets that it has no symbol for", () => {
    const part = graphOf({
      Vpcs: [aVpc()],
      Subnets: [aSubnet()],
      RouteTables: [table([aRoute({ GatewayId: undefined, CarrierGatewayId: "cagw-1" })], "subnet-1")],
    });
    expect(part.omitted).toEqual([{ kind: "route-target", count: 1, reason: "no symbol yet for cagw-1" }]);
  });

  it("says that a subnet's kind is not known where route tables were not read", () => {
    const network = buildNetwork({ captures: [aCapture({ Vpcs: [aVpc()], Subnets: [aSubnet()] })] });
    const subnet = nodeOf(buildGraph(network, "vpc-1"), "subnet-1");
    expect(subnet.subnetKind).toBe("unknown");
    expect(factOf(subnet, "Kind not known")).toBe("DescribeRouteTables was not read");
  });

  it("can be asked of a VPC that was not read", () => {
    expect(nodeOf(graphOf({}), "vpc-1")).toMatchObject({
      label: "vpc-1",
      parentId: "region:unknown/unknown",
    });
    expect(nodeOf(graphOf({}), "region:unknown/unknown").sublabel).toBe("account not known");
  });
});
