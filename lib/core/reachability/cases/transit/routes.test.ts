import { describe, expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import { readCalls } from "@/lib/core/network/calls";
import { MISSING_PAGE } from "@/lib/core/network/coverage-of";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import { evaluateFlow } from "../../evaluate-flow";
import { routesTo, transitGateway } from "../joined-vpcs.test-builder";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const BY_TRANSIT = { TransitGatewayId: "tgw-1" };
const OF_2 = { destination: { cidr: "10.2.1.10/32" } };
const sender = openVpc(1, { routes: routesTo(2, BY_TRANSIT) });
const receiver = openVpc(2, { routes: routesTo(1, BY_TRANSIT) });

type Route = NonNullable<Parameters<typeof transitGateway>[0]["routes"]>[number];
type Target = NonNullable<Route["TransitGatewayAttachments"]>[number];

const to = (
  ResourceType: Target["ResourceType"],
  ResourceId: string,
  id = `attach-${ResourceId}`,
): Target => ({
  TransitGatewayAttachmentId: id,
  ResourceId,
  ResourceType,
});
const TO_VPC_2 = to("vpc", "vpc-2", "tgw-1-attach-2");
const route = (own: Route): Route => ({
  DestinationCidrBlock: "10.2.0.0/16",
  State: "active",
  Type: "static",
  TransitGatewayAttachments: [TO_VPC_2],
  ...own,
});
/** `vpc-1` and `vpc-2` at one transit gateway whose table holds the way back and these routes. */
const routed = (...routes: Route[]) =>
  together(sender, receiver, transitGateway({ attachments: { 1: {}, 2: {} }, propagating: [1], routes }));
const onPremises = (type: Target["ResourceType"], own: Route = {}) =>
  route({ TransitGatewayAttachments: [to(type, `resource-${type ?? ""}`)], ...own });
const BEYOND = unknown("NOT_EVALUATED_ON_PREMISES");

describe("a route of a transit gateway", () => {
  it.each([
    ["active", {}, REACHABLE],
    ["blackhole", { TransitGatewayAttachments: undefined }, unreachable("TGW_RTB_BAD_STATE_ROUTE")],
    ["deleting", {}, unreachable("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT")],
    ["deleted", {}, unreachable("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT")],
  ] as const)("is in force or not by its state: %s", (State, own, answer) => {
    expect(ask(routed(route({ State, ...own })), OF_2)).toEqual(answer);
  });

  it("is none without a destination", () => {
    const network = routed(route({ DestinationCidrBlock: undefined }));
    expect(ask(network, OF_2)).toEqual(unreachable("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"));
  });

  it("leads to what is not known where the recording names no attachment", () => {
    expect(ask(routed(route({ TransitGatewayAttachments: [] })), OF_2)).toEqual(
      unknown("TGW_RTB_ROUTES_ARE_UNKNOWN"),
    );
  });

  it.each([
    ["vpn", "vpn"],
    ["a direct connect gateway", "direct-connect-gateway"],
    ["connect", "connect"],
    ["a kind that the recording does not name", undefined],
  ] as const)("leads to what is not known behind %s", (_, type) => {
    expect(ask(routed(onPremises(type)), OF_2)).toEqual(BEYOND);
  });

  it("is only what was searched for where the search gave propagated ones, else what VPCs propagate too", () => {
    const attachments = { 1: {}, 2: {} };
    const back = route({ DestinationCidrBlock: "10.1.0.0/16", Type: "propagated" });
    const searchedAll = together(sender, receiver, transitGateway({ attachments, routes: [back] }));
    expect(ask(searchedAll, OF_2)).toEqual(unreachable("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"));
    expect(ask(together(sender, receiver, transitGateway({ attachments })), OF_2)).toEqual(REACHABLE);
  });

  const attached = { attachments: { 1: {}, 2: {} } };
  const { TransitGatewayRouteTablePropagations: [announced] = [], ...rest } = transitGateway(attached);
  const silent = { ...rest, TransitGatewayRoutes: [] };
  const [fromVpc1 = {}, fromVpc2 = {}] = announced?.TransitGatewayRouteTablePropagations ?? [];
  type Announcement = typeof fromVpc1;
  const searched = (OnlyType: string | undefined, routes: Route[], announcements: Announcement[] | null) => {
    const TransitGatewayRouteTableId = "tgw-1-rtb";
    return together(sender, receiver, silent, {
      TransitGatewayRoutes: [
        { TransitGatewayRouteTableId, Routes: routes, ...(OnlyType !== undefined && { OnlyType }) },
      ],
      TransitGatewayRouteTablePropagations:
        announcements === null
          ? []
          : [{ TransitGatewayRouteTableId, TransitGatewayRouteTablePropagations: announcements }],
    });
  };
  const back = route({
    DestinationCidrBlock: "10.1.0.0/16",
    TransitGatewayAttachments: [to("vpc", "vpc-1", "tgw-1-attach-1")],
  });
  const NOT_READ = unknown("TGW_RTB_ROUTES_ARE_UNKNOWN");

  it("does not follow from a propagation that is not enabled", () => {
    const network = searched(undefined, [], [fromVpc1, { ...fromVpc2, State: "disabled" }]);
    expect(ask(network, OF_2)).toEqual(unreachable("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"));
  });

  it.each([
    ["a VPN announces", { ResourceType: "vpn" as const }],
    ["a VPC that the recording does not name announces", { ResourceId: undefined }],
    ["a VPC that was not read announces", { ResourceId: "vpc-9" }],
    ["an attachment announces that the recording does not name", { TransitGatewayAttachmentId: undefined }],
  ])("may be one that %s, where the search was for static routes", (_, own) => {
    expect(ask(searched(undefined, [], [fromVpc1, { ...fromVpc2, ...own }]), OF_2)).toEqual(NOT_READ);
    expect(ask(searched("static", [back], [{ ...fromVpc2, ...own }]), OF_2)).toEqual(NOT_READ);
  });

  it.each([
    ["for static routes, and what is announced was not read", "static", null],
    ["for propagated routes", "propagated", []],
  ])("may be one that was not read where the search was %s", (_, type, announcements) => {
    expect(ask(searched(type, [back], announcements), OF_2)).toEqual(NOT_READ);
    const elsewhere = onPremises("vpn", { DestinationCidrBlock: "0.0.0.0/0" });
    expect(ask(searched(type, [back, elsewhere], announcements), OF_2)).toEqual(NOT_READ);
  });

  it("is certain where it leads into the VPC whose own address it is, whatever else is announced", () => {
    const vpn = { ResourceType: "vpn" as const, ResourceId: "vpn-1", State: "enabled" as const };
    expect(ask(searched("static", [], [fromVpc1, fromVpc2, vpn]), OF_2)).toEqual(REACHABLE);
    expect(ask(searched("static", [back, route({})], null), OF_2)).toEqual(REACHABLE);
  });

  it("is certain where only its own attachment announces what was not read", () => {
    const unread = { ...fromVpc2, ResourceId: "vpc-9" };
    const onward = route({ TransitGatewayAttachments: [to("vpc", "vpc-9", "tgw-1-attach-2")] });
    expect(ask(searched("static", [back, onward], [fromVpc1, unread]), OF_2)).toEqual(
      unknown("UNKNOWN_DESTINATION"),
    );
  });

  it("is missing for certain where all that was searched for, or is announced, is known", () => {
    const missing = unreachable("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT");
    const vpn = { ResourceType: "vpn" as const, State: "enabled" as const };
    expect(ask(searched(undefined, [back], [vpn]), OF_2)).toEqual(missing);
    expect(ask(searched("static", [back], []), OF_2)).toEqual(missing);
  });

  it("may be on the page that is missing", () => {
    const network = buildNetwork({
      captures: [
        aFullCapture(routed(route({})), {
          coverage: readCalls.map((call) =>
            call === "SearchTransitGatewayRoutes"
              ? {
                  call,
                  status: "failed",
                  error: { code: MISSING_PAGE, message: "The last page is missing." },
                }
              : { call, status: "ok" },
          ),
        }),
      ],
    });
    expect(
      evaluateFlow(network, { ...OF_2, source: { networkInterfaceId: "eni-1a" }, protocol: "tcp", port: 443 })
        .verdict,
    ).toBe("unknown");
  });
});

describe("the routes of a transit gateway", () => {
  it("are unknown where they were not searched for", () => {
    expect(ask(routed(route({})), OF_2, ["SearchTransitGatewayRoutes"])).toEqual(
      unknown("TGW_RTB_ROUTES_ARE_UNKNOWN"),
    );
  });

  it("divide a question about a block of addresses", () => {
    const network = together(
      openVpc(1, { routes: [{ DestinationCidrBlock: "10.0.0.0/8", ...BY_TRANSIT }] }),
      receiver,
      transitGateway({
        attachments: { 1: {}, 2: {} },
        propagating: [1],
        routes: [
          route({ DestinationCidrBlock: "10.2.1.0/24" }),
          onPremises("vpn", { DestinationCidrBlock: "10.4.0.0/16" }),
        ],
      }),
    );
    expect(ask(network, { destination: { cidr: "10.4.0.0/15" } })).toEqual(
      unreachable("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT"),
    );
    expect(ask(network, { destination: { cidr: "10.4.0.0/16" } })).toEqual(BEYOND);
  });

  it("may lead through an appliance of another VPC, whose groups know no groups of the sender's", () => {
    const inspection = openVpc(2, {
      inbound: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-1" }] }],
      a: { routes: [{ DestinationCidrBlock: "10.3.0.0/16", NetworkInterfaceId: "eni-2b" }] },
      b: { eni: { SourceDestCheck: false } },
    });
    const network = together(
      openVpc(1, { routes: routesTo(3, BY_TRANSIT) }),
      inspection,
      transitGateway({
        attachments: { 1: {}, 2: {} },
        routes: [route({ DestinationCidrBlock: "10.3.0.0/16" })],
      }),
    );
    const { verdict, codes } = ask(network, { destination: { cidr: "10.3.1.10/32" } });
    expect(verdict).toBe("unknown");
    expect(codes).toContain("NOT_EVALUATED_APPLIANCE");
  });
});

describe("of routes with one prefix", () => {
  const order: [string, Target["ResourceType"], Route][] = [
    ["a static one", "connect", { Type: "static" }],
    ["one by a prefix list", "connect", { Type: "static", PrefixListId: "pl-1" }],
    ["one that a VPC propagates", "vpc", { Type: "propagated" }],
    ["Direct Connect's", "direct-connect-gateway", { Type: "propagated" }],
    ["Connect's", "connect", { Type: "propagated" }],
    ["a VPN's", "vpn", { Type: "propagated" }],
    ["a VPN concentrator's", "vpn-concentrator", { Type: "propagated" }],
    ["a Client VPN's", "client-vpn", { Type: "propagated" }],
    ["a peering's", "peering", { Type: "propagated" }],
    ["one of another kind", "network-function", { Type: "propagated" }],
  ];
  const pairs = order.slice(1).map((worse, index) => ({ better: order[index] ?? worse, worse }));

  it.each(pairs)("$better.0 goes before $worse.0", ({ better, worse }) => {
    const named = ([, type, own]: (typeof order)[number], id: string) =>
      route({ TransitGatewayAttachments: [to(type, id)], ...own });
    const [first, second] = [named(better, "winner"), named(worse, "loser")];
    for (const network of [routed(first, second), routed(second, first)]) {
      const hops = answerOf(network, OF_2).traces.flatMap(({ forward }) => forward);
      const ids = hops.map(({ resourceId }) => resourceId);
      expect(ids).toContain("attach-winner");
      expect(ids).not.toContain("attach-loser");
    }
  });

  it("which of two equal ones is in force is not known, in whichever order they were read", () => {
    const byVpc = (id: string, vpcId: string) =>
      route({ Type: "propagated", TransitGatewayAttachments: [to("vpc", vpcId, id)] });
    const [reached, unread] = [byVpc("tgw-1-attach-2", "vpc-2"), byVpc("tgw-1-attach-9", "vpc-9")];
    const back = byVpc("tgw-1-attach-1", "vpc-1");
    for (const routes of [
      [reached, unread],
      [unread, reached],
    ]) {
      const network = routed(...routes, { ...back, DestinationCidrBlock: "10.1.0.0/16" });
      expect(ask(network, OF_2)).toEqual(unknown("UNKNOWN_DESTINATION"));
    }
  });

  it("a longer one goes before all of them", () => {
    const longer = route({ DestinationCidrBlock: "10.2.1.0/24", PrefixListId: "pl-1" });
    expect(ask(routed(longer, onPremises("vpn")), OF_2)).toEqual(REACHABLE);
  });
});

describe("connections of equal cost behind one route", () => {
  const targets = [to("vpn", "vpn-1"), to("vpn", "vpn-2")];
  const equal = route({ TransitGatewayAttachments: targets });
  const connection = (VpnConnectionId: string, ...states: ("UP" | "DOWN")[]) => ({
    VpnConnectionId,
    State: "available" as const,
    VgwTelemetry: states.map((Status) => ({ Status })),
  });
  const withTunnels = (one: "UP" | "DOWN", other: "UP" | "DOWN", among = equal) =>
    together(routed(among), {
      VpnConnections: [connection("vpn-1", one, "DOWN"), connection("vpn-2", other, "DOWN")],
    });

  it.each([
    ["UP", "UP", BEYOND],
    ["DOWN", "UP", unknown("BAD_STATE_VPN", "NOT_EVALUATED_ON_PREMISES")],
    ["UP", "DOWN", unknown("BAD_STATE_VPN", "NOT_EVALUATED_ON_PREMISES")],
    ["DOWN", "DOWN", unreachable("BAD_STATE_VPN")],
  ] as const)(
    "take turns, and are a block where all their tunnels are down: %s and %s",
    (one, other, answer) => {
      expect(ask(withTunnels(one, other), OF_2)).toEqual(answer);
      const turned = route({ TransitGatewayAttachments: [...targets].reverse() });
      expect(answerOf(withTunnels(one, other, turned), OF_2)).toEqual(
        answerOf(withTunnels(one, other), OF_2),
      );
    },
  );

  it("are not known to be down where their tunnels were not read", () => {
    const network = together(routed(equal), { VpnConnections: [{ VpnConnectionId: "vpn-1" }] });
    expect(ask(network, OF_2)).toEqual(BEYOND);
  });
});
