import { describe, expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import { ACCOUNT_ID, aCapture, aFullCapture } from "@/lib/testing/builders/snapshot";
import { evaluateFlow } from "../../evaluate-flow";
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

/** One side in the list of all attachments, which both sides name alike. */
const listed = (n: number, other: number, own: object = {}) => ({
  TransitGatewayAttachments: [
    {
      ...PEERING,
      TransitGatewayId: `tgw-${n}`,
      TransitGatewayOwnerId: ACCOUNT_ID,
      ResourceId: `tgw-${other}`,
      State: "available" as const,
      Association: { TransitGatewayRouteTableId: `tgw-${n}-rtb`, State: "associated" as const },
      ...own,
    },
  ],
});

describe("a peering that only the list of all attachments tells of", () => {
  const sides = together(side(1, 2, false), side(2, 1, false));

  it.each([
    ["available", REACHABLE],
    ["pendingAcceptance", unreachable("BAD_STATE_ATTACHMENT")],
  ])("joins VPCs or not by its state: %s", (State, answer) => {
    expect(ask(together(sides, listed(1, 2, { State }), listed(2, 1, { State })), OF_2)).toEqual(answer);
    expect(ask(together(sides, listed(2, 1, { State }), listed(1, 2, { State })), OF_2)).toEqual(answer);
  });

  it("drops what comes over it where the other side is associated with no table", () => {
    const far = listed(2, 1, { Association: undefined });
    expect(ask(together(sides, listed(1, 2), far), OF_2)).toEqual(
      unreachable("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION"),
    );
  });

  it("leads to the transit gateway that the route names where no list was read", () => {
    const route = static_("10.2.0.0/16", { ...PEERING, ResourceId: "tgw-2" });
    const TransitGatewayRoutes = [{ TransitGatewayRouteTableId: "tgw-1-rtb", Routes: [route] }];
    const near = { ...side(1, 2), TransitGatewayRoutes };
    expect(ask(together(near, side(2, 1), listed(2, 1)), OF_2)).toEqual(REACHABLE);
  });

  it("leads to what is not known where the other side is of an account or a region that was not read", () => {
    const near = together(side(1, 2), listed(1, 2));
    expect(ask(near, OF_2)).toEqual(unknown("TGW_RTB_ROUTES_ARE_UNKNOWN"));
    const far = { TransitGateways: [{ TransitGatewayId: "tgw-2", OwnerId: ACCOUNT_ID }] };
    const network = buildNetwork({ captures: [aFullCapture(near), aCapture(far, { region: "us-east-1" })] });
    const { verdict, traces } = evaluateFlow(network, {
      source: { networkInterfaceId: "eni-1a" },
      ...OF_2,
      protocol: "tcp",
      port: 443,
    });
    expect(verdict).toBe("unknown");
    expect(traces[0]?.notEvaluated.map(({ code }) => code)).toContain("TGW_RTB_ROUTES_ARE_UNKNOWN");
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
