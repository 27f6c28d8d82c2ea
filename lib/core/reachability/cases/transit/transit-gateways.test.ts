import { describe, expect, it } from "vitest";
import { routesTo, staticRoute, transitGateway } from "../joined-vpcs.test-builder";
import { ask, mixed, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const BY_TRANSIT = { TransitGatewayId: "tgw-1" };
const sender = openVpc(1, { routes: routesTo(2, BY_TRANSIT) });
const OF_2 = { destination: { cidr: "10.2.1.10/32" } };

describe("an attachment without IPv6 support", () => {
  const OFF = { Options: { Ipv6Support: "disable" as const } };
  const ON = { Options: { Ipv6Support: "enable" as const } };

  it.each([
    ["on both attachments", ON, ON, REACHABLE],
    ["on the receiver's attachment only", OFF, ON, unreachable("PROTOCOL_RESTRICTION")],
    ["on the sender's attachment only", ON, OFF, unreachable("PROTOCOL_RESTRICTION")],
  ])("carries IPv4 only: IPv6 support is %s", (_, near, far, answer) => {
    const network = together(
      sender,
      openVpc(2, { routes: routesTo(1, BY_TRANSIT) }),
      transitGateway({
        attachments: { 1: near, 2: far },
        routes: [1, 2].map((n) => staticRoute(`2600:1f18:${n}00::/56`, n)),
      }),
    );
    expect(ask(network, { destination: { cidr: "2600:1f18:200:1::10/128" } })).toEqual(answer);
    expect(ask(network, OF_2)).toEqual(REACHABLE);
  });
});

describe("two VPCs that propagate one range", () => {
  /** `vpc-3` has the range of `vpc-2`. */
  const twins = (second: Parameters<typeof openVpc>[1], third: Parameters<typeof openVpc>[1]) => {
    const { Vpcs = [], Subnets = [], NetworkInterfaces = [], RouteTables = [], ...rest } = openVpc(3, third);
    const asTwo = (text: string | undefined) => text?.replace("10.3.", "10.2.");
    return together(
      sender,
      openVpc(2, { routes: routesTo(1, BY_TRANSIT), ...second }),
      {
        ...rest,
        RouteTables: RouteTables.map((table) => ({
          ...table,
          Routes: (table.Routes ?? []).map((route) => ({
            ...route,
            DestinationCidrBlock: asTwo(route.DestinationCidrBlock),
          })),
        })),
        Vpcs: Vpcs.map((vpc) => ({
          ...vpc,
          CidrBlock: "10.2.0.0/16",
          CidrBlockAssociationSet: [{ CidrBlock: "10.2.0.0/16", CidrBlockState: { State: "associated" } }],
        })),
        Subnets: Subnets.map((subnet) => ({ ...subnet, CidrBlock: asTwo(subnet.CidrBlock) })),
        NetworkInterfaces: NetworkInterfaces.map((eni) => ({
          ...eni,
          PrivateIpAddress: asTwo(eni.PrivateIpAddress),
        })),
      },
      transitGateway({ attachments: { 1: {}, 2: {}, 3: {} } }),
    );
  };
  const open = { routes: routesTo(1, BY_TRANSIT) };
  const closed = { ...open, inbound: [] };

  it.each([
    ["reachable where both let it in", open, open, REACHABLE],
    ["unknown where the first does not", closed, open, unknown("SG_HAS_NO_RULES")],
    ["unknown where the second does not", open, closed, unknown("SG_HAS_NO_RULES")],
    ["unreachable where neither does", closed, closed, unreachable("SG_HAS_NO_RULES")],
  ])("are %s: which of them AWS installed is not known", (_, second, third, answer) => {
    expect(ask(twins(second, third), OF_2)).toEqual(answer);
  });
});

describe("an attachment with subnets in two zones", () => {
  const denying = [anEntry({}), anEntry({ Egress: true, RuleAction: "deny" })];
  const network = (ApplianceModeSupport: "enable" | "disable", entries: typeof denying) =>
    together(
      sender,
      openVpc(2, {
        routes: routesTo(1, BY_TRANSIT),
        b: { subnet: { AvailabilityZone: "eu-west-1b" }, entries },
      }),
      transitGateway({
        attachments: {
          1: {},
          2: { SubnetIds: ["subnet-2a", "subnet-2b"], Options: { ApplianceModeSupport } },
        },
      }),
    );

  it("keeps to the sender's zone, but in appliance mode takes either: mixed where they differ", () => {
    const open = [anEntry({}), anEntry({ Egress: true })];
    expect(ask(network("disable", denying), OF_2)).toEqual(REACHABLE);
    expect(ask(network("enable", denying), OF_2)).toEqual(mixed("SUBNET_ACL_RESTRICTION"));
    expect(ask(network("enable", open), OF_2)).toEqual(REACHABLE);
  });
});

describe("transit gateways that send a packet to each other", () => {
  const peering = {
    TransitGatewayAttachmentId: "tgw-attach-peering",
    ResourceId: "tgw",
    ResourceType: "peering" as const,
  };
  const toPeer = (DestinationCidrBlock: string) => ({
    DestinationCidrBlock,
    Type: "static" as const,
    State: "active" as const,
    TransitGatewayAttachments: [peering],
  });
  const associated = (id: string) => ({
    TransitGatewayRouteTableId: `${id}-peering-rtb`,
    Associations: [{ ...peering, State: "associated" as const }],
  });
  const gateway = (id: string, attachments: Record<number, object>) => {
    const TransitGatewayRouteTableId = `${id}-peering-rtb`;
    return together(transitGateway({ id, attachments, routes: [toPeer("10.0.0.0/8")] }), {
      TransitGatewayRouteTables: [{ TransitGatewayRouteTableId, TransitGatewayId: id, State: "available" }],
      TransitGatewayRouteTableAssociations: [associated(id)],
      TransitGatewayRoutes: [{ TransitGatewayRouteTableId, Routes: [toPeer("10.0.0.0/8")] }],
    });
  };

  it("end in a block, not in an endless walk", () => {
    const network = together(sender, gateway("tgw-1", { 1: {} }), gateway("tgw-2", {}), {
      TransitGatewayPeeringAttachments: [
        {
          TransitGatewayAttachmentId: "tgw-attach-peering",
          RequesterTgwInfo: { TransitGatewayId: "tgw-1" },
          AccepterTgwInfo: { TransitGatewayId: "tgw-2" },
          State: "available",
        },
      ],
    });
    expect(ask(network, OF_2)).toEqual(unreachable("ROUTING_LOOP"));
  });

  it("end in a block where a VPC sends the packet back to the one that it came from", () => {
    const backAgain = { DestinationCidrBlock: "10.9.0.0/16", ...BY_TRANSIT };
    const network = together(
      openVpc(1, { routes: [backAgain] }),
      openVpc(2, { routes: [...routesTo(1, BY_TRANSIT), backAgain] }),
      transitGateway({
        attachments: { 1: {}, 2: {} },
        routes: [staticRoute("10.9.0.0/16", 2)],
      }),
    );
    expect(ask(network, { destination: { cidr: "10.9.1.10/32" } })).toEqual(unreachable("ROUTING_LOOP"));
  });
});

it("a static route hides what a VPN announces of the same range", () => {
  const announced = {
    DestinationCidrBlock: "10.2.0.0/16",
    Type: "propagated" as const,
    State: "active" as const,
    TransitGatewayAttachments: [
      { TransitGatewayAttachmentId: "tgw-attach-vpn", ResourceId: "vpn-1", ResourceType: "vpn" as const },
    ],
  };
  const network = together(
    sender,
    openVpc(2, { routes: routesTo(1, BY_TRANSIT) }),
    transitGateway({
      attachments: { 1: {}, 2: {} },
      routes: [announced, staticRoute("10.2.0.0/16", 2), staticRoute("10.1.0.0/16", 1)],
    }),
  );
  expect(ask(network, OF_2)).toEqual(REACHABLE);
});
