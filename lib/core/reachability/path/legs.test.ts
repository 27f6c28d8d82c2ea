import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { aRoute, aRouteTable } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { routesTo, transitGateway } from "../cases/joined-vpcs.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const SOMEWHERE = { destination: { cidr: "8.8.8.8/32" } };
const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
const gateways = { InternetGateways: [anInternetGateway()] };

describe("a sender on-premises", () => {
  it("sends to nobody that is known at an address that nothing read has", () => {
    const asked = { source: { cidr: "192.168.7.7/32" }, destination: { cidr: "10.9.9.9/32" } };
    expect(ask(openVpc(1), asked)).toEqual(unknown("NOT_EVALUATED_ON_PREMISES", "UNKNOWN_DESTINATION"));
  });
});

describe("the address that a NAT gateway sends from", () => {
  const behindNat = (nat: object) =>
    together(
      openVpc(1, {
        routes: [TO_INTERNET],
        a: { routes: [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" }] },
      }),
      openVpc(2, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-2" }],
        inbound: [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "203.0.113.10/32" }] }],
        a: { eni: { Association: { PublicIp: "203.0.113.60" } } },
      }),
      gateways,
      {
        InternetGateways: [
          anInternetGateway({
            InternetGatewayId: "igw-2",
            Attachments: [{ VpcId: "vpc-2", State: "attached" }],
          }),
        ],
        NatGateways: [aNatGateway({ SubnetId: "subnet-1b", ...nat })],
      },
    );
  const asked = { destination: { cidr: "203.0.113.60/32" } };

  it("is one of its subnet where a recording leaves it out, and then its public one is not known", () => {
    const without = behindNat({ NatGatewayAddresses: undefined });
    expect(ask(without, SOMEWHERE)).toEqual(REACHABLE);
    expect(
      ask(behindNat({ NatGatewayAddresses: [{ PublicIp: "203.0.113.10", PrivateIp: "10.1.2.20" }] }), asked),
    ).toEqual(REACHABLE);
    expect(ask(without, asked).verdict).not.toBe("reachable");
  });

  it("is unknown where the subnet was not read either, so that what becomes of it is, too", () => {
    const nat = { NatGatewayAddresses: [{}], SubnetId: "subnet-gone" };
    expect(ask(behindNat(nat), SOMEWHERE).verdict).toBe("unknown");
    expect(ask(behindNat(nat), SOMEWHERE).codes).toContain("NOT_EVALUATED_UNREAD");
  });

  it("of a private one is no public address, and leads nowhere outside", () => {
    const nat = { ConnectivityType: "private" as const, NatGatewayAddresses: undefined };
    expect(ask(behindNat(nat), SOMEWHERE)).toEqual(unreachable("NAT_GATEWAY_IS_PRIVATE"));
  });
});

describe("an appliance of one address family", () => {
  it("may pass on packets of the other as they are, which is not known", () => {
    const network = openVpc(1, {
      a: { routes: [{ DestinationIpv6CidrBlock: "::/0", NetworkInterfaceId: "eni-1b" }] },
      b: { eni: { Ipv6Addresses: [], SourceDestCheck: false } },
    });
    expect(ask(network, { destination: { cidr: "2001:4860:4860::8888/128" } })).toMatchObject({
      verdict: "unknown",
    });
  });
});

describe("a transit gateway that was not read", () => {
  it("may not know groups by their members", () => {
    const byTransit = { TransitGatewayId: "tgw-1" };
    const network = together(
      openVpc(1, { routes: routesTo(2, byTransit) }),
      openVpc(2, {
        routes: routesTo(1, byTransit),
        inbound: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-1" }] }],
      }),
      transitGateway({
        attachments: { 1: {}, 2: {} },
        options: { SecurityGroupReferencingSupport: "enable" },
      }),
    );
    const asked = { destination: { cidr: "10.2.1.10/32" } };
    expect(ask(network, asked)).toEqual(REACHABLE);
    expect(ask(network, asked, ["DescribeTransitGateways"])).toMatchObject({ verdict: "unknown" });
    const messages = answerOf(network, asked, ["DescribeTransitGateways"]).traces.flatMap((trace) =>
      trace.notEvaluated.map(({ message }) => message),
    );
    expect(messages).toContain("Whether a rule for sg-1 matches is not known: tgw-1 was not read.");
  });
});

describe("a table of an internet gateway", () => {
  const edge = (Routes: object[], own: object = {}) =>
    aRouteTable({
      RouteTableId: "rtb-edge",
      Associations: [{ GatewayId: "igw-1", AssociationState: { State: "associated" } }],
      Routes,
      ...own,
    });
  const network = (table: ReturnType<typeof edge>) =>
    together(
      openVpc(1, {
        routes: [TO_INTERNET],
        b: { eni: { Association: { PublicIp: "203.0.113.60" } } },
      }),
      gateways,
      transitGateway({ attachments: { 1: { SubnetIds: ["subnet-1a"] } } }),
      { RouteTables: [table] },
    );
  const to = (target: object, own: object = {}) =>
    network(
      edge(
        [
          aRoute({ DestinationCidrBlock: "10.1.0.0/16" }),
          { DestinationCidrBlock: "10.1.2.0/24", State: "active", ...target },
        ],
        own,
      ),
    );
  const asked = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1b" } };
  const GONE = { NetworkInterfaceId: "eni-gone", State: "blackhole" };

  it("leads to what it names: nowhere by a blackhole, and by a transit gateway nobody knows where", () => {
    expect(ask(to({ GatewayId: "local" }), asked)).toEqual(REACHABLE);
    expect(ask(to(GONE), asked)).toEqual(unreachable("BAD_STATE_ROUTE"));
    // AWS refuses such a route.
    expect(ask(to({ TransitGatewayId: "tgw-1" }), asked)).toMatchObject({ verdict: "unknown" });
  });

  it.each([
    ["associated", unreachable("BAD_STATE_ROUTE")],
    [undefined, unreachable("BAD_STATE_ROUTE")],
    ["disassociated", REACHABLE],
    ["failed", REACHABLE],
  ] as const)("leads nowhere else once its association is over: %s", (State, answer) => {
    const Associations = [{ GatewayId: "igw-1", AssociationState: { State } }];
    expect(ask(to(GONE, { Associations }), asked)).toEqual(answer);
  });

  // Every table holds the VPC's local routes. Source: VPC User Guide, "Subnet route tables".
  it("leads on in the VPC where a recording leaves its local routes out", () => {
    expect(ask(network(edge([])), asked)).toEqual(REACHABLE);
    expect(ask(network(edge([{ DestinationCidrBlock: "10.1.1.0/24", ...GONE }])), asked)).toEqual(REACHABLE);
  });
});
