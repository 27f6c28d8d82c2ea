import { describe, expect, it } from "vitest";
import { routesTo, transitGateway } from "../joined-vpcs.test-builder";
import { ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const OF_2 = { destination: { cidr: "10.2.1.10/32" } };
const PEERING = {
  TransitGatewayAttachmentId: "tgw-attach-peering",
  ResourceId: "tgw",
  ResourceType: "peering" as const,
};
const static_ = (DestinationCidrBlock: string, target: object) => ({
  DestinationCidrBlock,
  Type: "static" as const,
  State: "active" as const,
  TransitGatewayAttachments: [target],
});

/** `tgw-<n>` with `vpc-<n>`, whose one table sends what is for the other VPC to the other transit gateway. */
const side = (n: number, other: number, isAssociated = true) => {
  const { TransitGatewayRouteTableAssociations: [table] = [], ...rest } = transitGateway({
    id: `tgw-${n}`,
    attachments: { [n]: {} },
    routes: [static_(`10.${other}.0.0/16`, PEERING)],
  });
  return together(openVpc(n, { routes: routesTo(other, { TransitGatewayId: `tgw-${n}` }) }), rest, {
    TransitGatewayRouteTableAssociations: [
      {
        TransitGatewayRouteTableId: `tgw-${n}-rtb`,
        Associations: [
          ...(table?.Associations ?? []),
          ...(isAssociated ? [{ ...PEERING, State: "associated" as const }] : []),
        ],
      },
    ],
  });
};
const peered = (own: object = {}) => ({
  TransitGatewayPeeringAttachments: [
    {
      TransitGatewayAttachmentId: "tgw-attach-peering",
      RequesterTgwInfo: { TransitGatewayId: "tgw-1" },
      AccepterTgwInfo: { TransitGatewayId: "tgw-2" },
      State: "available" as const,
      ...own,
    },
  ],
});

describe("two transit gateways that are peered", () => {
  it.each([
    ["available", REACHABLE],
    [undefined, REACHABLE],
    ["pendingAcceptance", unreachable("BAD_STATE_ATTACHMENT")],
    ["deleted", unreachable("BAD_STATE_ATTACHMENT")],
  ])("join their VPCs or not by the peering's state: %s", (State, answer) => {
    expect(ask(together(side(1, 2), side(2, 1), peered({ State })), OF_2)).toEqual(answer);
  });

  it("lead to what is not known where the peering was not read, or does not name the other one", () => {
    const both = together(side(1, 2), side(2, 1));
    expect(ask(both, OF_2)).toEqual(unknown("UNKNOWN_DESTINATION"));
    const named = peered({ RequesterTgwInfo: { TransitGatewayId: "tgw-1" }, AccepterTgwInfo: {} });
    expect(ask(together(both, named), OF_2)).toEqual(unknown("UNKNOWN_DESTINATION"));
  });

  it("drop what comes over a peering that no table of theirs is associated with", () => {
    expect(ask(together(side(1, 2), side(2, 1, false), peered()), OF_2)).toEqual(
      unreachable("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION"),
    );
  });
});

describe("a VPC that two transit gateways join to itself", () => {
  it("ends a packet that comes back to its subnet", () => {
    const toOwn = (n: number) =>
      static_("10.9.0.0/16", {
        TransitGatewayAttachmentId: `tgw-${n}-attach-2`,
        ResourceId: "vpc-2",
        ResourceType: "vpc",
      });
    const network = together(
      openVpc(1, { routes: routesTo(9, { TransitGatewayId: "tgw-1" }) }),
      openVpc(2, { routes: routesTo(9, { TransitGatewayId: "tgw-2" }) }),
      transitGateway({ id: "tgw-1", attachments: { 1: {}, 2: {} }, routes: [toOwn(1)] }),
      transitGateway({ id: "tgw-2", attachments: { 2: {} }, routes: [toOwn(2)] }),
    );
    expect(ask(network, { destination: { cidr: "10.9.1.10/32" } })).toEqual(unreachable("ROUTING_LOOP"));
  });
});
