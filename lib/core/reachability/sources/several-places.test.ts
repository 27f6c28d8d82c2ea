import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { aNetworkInterface, aRoute, aRouteTable, aSubnet, aVpc } from "@/lib/testing/builders/vpc-resources";
import { answerOf } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together } from "../cases/open-vpc.test-builder";

describe("an address that interfaces of two VPCs have", () => {
  const inBoth = (twin: object) =>
    together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { eni: { Association: { PublicIp: "203.0.113.50" } } },
      }),
      { InternetGateways: [anInternetGateway()] },
      {
        Vpcs: [aVpc({ VpcId: "vpc-twin", CidrBlock: "10.1.0.0/16" })],
        NetworkInterfaces: [
          aNetworkInterface({
            NetworkInterfaceId: "eni-twin",
            VpcId: "vpc-twin",
            SubnetId: "subnet-twin",
            PrivateIpAddress: "10.1.1.10",
            ...twin,
          }),
        ],
        Subnets: [aSubnet({ VpcId: "vpc-twin", SubnetId: "subnet-twin", CidrBlock: "10.1.1.0/24" })],
        RouteTables: [aRouteTable({ VpcId: "vpc-twin", RouteTableId: "rtb-twin", Routes: [aRoute()] })],
      },
    );
  const asked = { source: { cidr: "10.1.1.10/32" }, destination: { cidr: "8.8.8.8/32" } };

  it("reaches what both of them reach: they do not take turns, as a function's subnets do", () => {
    const { verdict, traces, explanations } = answerOf(inBoth({}), asked);
    expect(traces.map((trace) => [trace.networkInterfaceId, trace.verdict])).toEqual([
      ["eni-1a", "reachable"],
      ["eni-twin", "unreachable"],
    ]);
    expect(verdict).toBe("unreachable");
    expect(explanations).toEqual([]);
  });
});

describe("a function whose subnets fare differently", () => {
  const routes = [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" }];
  const connection = { subnetIds: ["subnet-1a", "subnet-1b"], securityGroupIds: ["sg-1"] };
  const asked = { source: { connection }, destination: { cidr: "8.8.8.8/32" } };
  const network = (...entries: ReturnType<typeof anEntry>[]) =>
    together(
      openVpc(1, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }],
        a: { routes },
        b: { routes: entries.length > 0 ? routes : [], ...(entries.length > 0 && { entries }) },
      }),
      {
        InternetGateways: [anInternetGateway()],
        Subnets: [{ SubnetId: "subnet-1n", VpcId: "vpc-1", CidrBlock: "10.1.9.0/24" }],
        NetworkAcls: [
          {
            NetworkAclId: "acl-1n",
            VpcId: "vpc-1",
            Associations: [{ SubnetId: "subnet-1n" }],
            Entries: [anEntry({}), anEntry({ Egress: true })],
          },
        ],
        NatGateways: [
          aNatGateway({
            SubnetId: "subnet-1n",
            NatGatewayAddresses: [{ PrivateIp: "10.1.9.20", PublicIp: "203.0.113.10" }],
          }),
        ],
      },
    );

  it("is told from which it works and from which it does not", () => {
    const { verdict, explanations } = answerOf(network(), asked);
    expect(verdict).toBe("mixed");
    expect(explanations).toMatchObject([{ code: "SUBNETS_ROUTE_DIFFERENTLY" }]);
    expect(explanations[0]?.message).toMatch(/works from subnet-1a and not from subnet-1b:/);
  });

  it("is told so only where it works from one and never from another", () => {
    const half = anEntry({ Protocol: "6", PortRange: { From: 32768, To: 65535 } });
    const { verdict, traces, explanations } = answerOf(network(half, anEntry({ Egress: true })), asked);
    expect(traces.map((trace) => trace.verdict)).toEqual(["reachable", "mixed"]);
    expect(verdict).toBe("mixed");
    expect(explanations).toEqual([]);
  });
});
