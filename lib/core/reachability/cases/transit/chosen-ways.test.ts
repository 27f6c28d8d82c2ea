import { describe, expect, it } from "vitest";
import { routesTo, staticRoute, transitGateway } from "../joined-vpcs.test-builder";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const BY_TRANSIT = { TransitGatewayId: "tgw-1" };
const OF_2 = { destination: { cidr: "10.2.1.10/32" } };
const DENY_IN = [
  anEntry({ RuleAction: "deny", CidrBlock: "10.1.1.0/24" }),
  anEntry({ RuleNumber: 110 }),
  anEntry({ Egress: true }),
];
const DENY_OUT = [
  anEntry({}),
  anEntry({ Egress: true, RuleAction: "deny", CidrBlock: "10.2.0.0/16" }),
  anEntry({ RuleNumber: 110, Egress: true }),
];
const sender = openVpc(1, { routes: routesTo(2, BY_TRANSIT) });
const receiver = openVpc(2, { routes: routesTo(1, BY_TRANSIT) });

it.each([
  ["inwards from the sender", DENY_IN, unreachable("SUBNET_ACL_RESTRICTION")],
  ["outwards to the receiver", DENY_OUT, REACHABLE],
])(
  "the network ACL of the attachment's subnet is asked what enters the gateway: it denies %s",
  (_, entries, answer) => {
    const network = together(
      openVpc(1, { routes: routesTo(2, BY_TRANSIT), b: { entries } }),
      receiver,
      transitGateway({ attachments: { 1: { SubnetIds: ["subnet-1b"] }, 2: {} } }),
    );
    expect(ask(network, OF_2)).toEqual(answer);
  },
);

describe("an attachment with a subnet in each of two zones", () => {
  const inZone = (AvailabilityZone: string) => ({ subnet: { AvailabilityZone } });
  const network = (zone: string, SubnetIds: string[]) =>
    together(
      openVpc(1, { routes: routesTo(2, BY_TRANSIT), a: inZone(zone) }),
      openVpc(2, {
        a: { ...inZone("eu-west-1a"), routes: routesTo(1, BY_TRANSIT) },
        b: { ...inZone("eu-west-1b"), routes: routesTo(1, BY_TRANSIT) },
      }),
      transitGateway({ attachments: { 1: {}, 2: { SubnetIds } } }),
    );

  it.each([
    ["eu-west-1a", "subnet-2a"],
    ["eu-west-1b", "subnet-2b"],
  ])("lets in what comes from %s by the subnet there, with %s", (zone, subnetId) => {
    for (const ids of [
      ["subnet-2a", "subnet-2b"],
      ["subnet-2b", "subnet-2a"],
    ]) {
      const { verdict, traces } = answerOf(network(zone, ids), OF_2);
      const subnets = traces.flatMap(({ forward }) => forward).filter(({ kind }) => kind === "subnet");
      expect(verdict).toBe("reachable");
      expect(subnets.map(({ resourceId }) => resourceId).slice(0, 2)).toEqual(["subnet-1a", subnetId]);
    }
  });
});

describe("of the routes of a transit gateway", () => {
  const attachments = { 1: {}, 2: {} };
  const toVpn = (DestinationCidrBlock: string) => ({
    ...staticRoute(DestinationCidrBlock, 2),
    TransitGatewayAttachments: [
      { TransitGatewayAttachmentId: "tgw-attach-vpn", ResourceId: "vpn-1", ResourceType: "vpn" as const },
    ],
  });

  it("a longer static one goes before a shorter static one", () => {
    const long = staticRoute("10.2.1.0/24", 2);
    for (const routes of [
      [long, toVpn("10.2.0.0/16")],
      [toVpn("10.2.0.0/16"), long],
    ]) {
      const gateway = transitGateway({ attachments, propagating: [1], routes });
      expect(ask(together(sender, receiver, gateway), OF_2)).toEqual(REACHABLE);
    }
  });

  it("one that holds for a part of a block divides it", () => {
    const gone = { DestinationCidrBlock: "10.4.1.0/24", Type: "static", State: "blackhole" } as const;
    const network = together(
      openVpc(1, { routes: [{ DestinationCidrBlock: "10.0.0.0/8", ...BY_TRANSIT }] }),
      transitGateway({ attachments: { 1: {} }, routes: [toVpn("10.4.0.0/15"), gone] }),
    );
    const asked = (cidr: string) => ask(network, { destination: { cidr } });
    expect(asked("10.5.0.0/16")).toEqual(unknown("NOT_EVALUATED_ON_PREMISES"));
    expect(asked("10.4.0.0/16")).toEqual(unreachable("TGW_RTB_BAD_STATE_ROUTE"));
  });

  it("one is not certain where another attachment may announce a longer one that was not searched for", () => {
    const {
      TransitGatewayRoutes: [table] = [],
      TransitGatewayRouteTablePropagations: [enabled] = [],
      ...rest
    } = transitGateway({ attachments, propagating: [1], routes: [toVpn("10.2.0.0/16")] });
    const announcing = (TransitGatewayAttachmentId: string) => ({
      TransitGatewayRoutes: table ? [{ ...table, OnlyType: "static" }] : [],
      TransitGatewayRouteTablePropagations: enabled
        ? [
            {
              ...enabled,
              TransitGatewayRouteTablePropagations: [
                ...enabled.TransitGatewayRouteTablePropagations,
                {
                  TransitGatewayAttachmentId,
                  ResourceId: "vpn-1",
                  ResourceType: "vpn" as const,
                  State: "enabled" as const,
                },
              ],
            },
          ]
        : [],
    });
    const network = (id: string) => together(sender, receiver, rest, announcing(id));
    expect(ask(network("tgw-attach-other"), OF_2)).toEqual(unknown("TGW_RTB_ROUTES_ARE_UNKNOWN"));
    expect(ask(network("tgw-attach-vpn"), OF_2)).toEqual(unknown("NOT_EVALUATED_ON_PREMISES"));
  });
});

describe("an attachment that only the list of all attachments names", () => {
  const {
    TransitGatewayVpcAttachments: [, far = {}] = [],
    TransitGatewayRouteTableAssociations = [],
    ...rest
  } = transitGateway({ attachments: { 1: {}, 2: {} } });
  const listed = (own: object) =>
    together(sender, receiver, rest, {
      TransitGatewayVpcAttachments: [far],
      TransitGatewayRouteTableAssociations,
      TransitGatewayAttachments: [
        {
          ...BY_TRANSIT,
          TransitGatewayAttachmentId: "tgw-1-attach-1",
          ResourceType: "vpc",
          ResourceId: "vpc-1",
          State: "available",
          ...own,
        },
      ],
    });
  // The route says that there is one, which is not among those read.
  const NONE = unknown("NOT_EVALUATED_UNREAD");

  it("is the sender's where it is of the sender's VPC and of that transit gateway", () => {
    expect(ask(listed({}), OF_2).codes).not.toContain("BAD_STATE_ATTACHMENT");
    expect(ask(listed({ ResourceId: "vpc-3" }), OF_2)).toEqual(NONE);
    expect(ask(listed({ TransitGatewayId: "tgw-2" }), OF_2)).toEqual(NONE);
  });
});

describe("a route table that only the list of attachments names", () => {
  const { TransitGatewayRouteTableAssociations: [own] = [], ...rest } = transitGateway({
    attachments: { 1: {}, 2: {} },
  });
  const associated = (Association: object, other: object = {}) =>
    together(sender, receiver, rest, {
      // Of the way back.
      TransitGatewayRouteTableAssociations: own ? [{ ...own, Associations: own.Associations.slice(1) }] : [],
      TransitGatewayAttachments: [
        {
          ...BY_TRANSIT,
          TransitGatewayAttachmentId: "tgw-1-attach-1",
          ResourceType: "vpc",
          ResourceId: "vpc-1",
          State: "available",
          Association: { TransitGatewayRouteTableId: "tgw-1-rtb", ...Association },
          ...other,
        },
      ],
    });

  it.each([
    ["associated", REACHABLE],
    [undefined, REACHABLE],
    ["disassociating", unreachable("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION")],
  ] as const)("counts while it is %s", (State, answer) => {
    expect(ask(associated({ State }), OF_2)).toEqual(answer);
  });

  it("counts for its own transit gateway only", () => {
    expect(ask(associated({ State: "associated" }, { TransitGatewayId: "tgw-2" }), OF_2)).toEqual(
      unreachable("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION"),
    );
  });
});

it("Amazon's resolver answers nobody from another VPC", () => {
  const network = together(sender, receiver, transitGateway({ attachments: { 1: {}, 2: {} } }), {
    VpcAttributes: [{ VpcId: "vpc-2", EnableDnsSupport: { Value: true } }],
  });
  const asked = { destination: { cidr: "10.2.0.2/32" }, protocol: "udp", port: 53 } as const;
  expect(ask(network, asked)).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
  expect(ask(network, { ...asked, source: { networkInterfaceId: "eni-2a" } })).toEqual(REACHABLE);
});
