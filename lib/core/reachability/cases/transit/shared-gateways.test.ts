import { describe, expect, it } from "vitest";
import { buildNetwork } from "@/lib/core/network/build-network";
import { readCalls } from "@/lib/core/network/calls";
import type { Resources } from "@/lib/core/network/resources";
import { ACCOUNT_ID, aFullCapture } from "@/lib/testing/builders/snapshot";
import { evaluateFlow } from "../../evaluate-flow";
import { ask, REACHABLE, unreachable } from "../ask-codes.test-builder";
import { routesTo, transitGateway } from "../joined-vpcs.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const NETWORK_ACCOUNT = "999900001111";
const BY_TRANSIT = { TransitGatewayId: "tgw-1" };
const vpcs = together(
  openVpc(1, { routes: routesTo(2, BY_TRANSIT) }),
  openVpc(2, { routes: routesTo(1, BY_TRANSIT) }),
);
const {
  TransitGatewayVpcAttachments = [],
  TransitGatewayRouteTables = [],
  TransitGatewayRoutes = [],
  TransitGatewayRouteTablePropagations = [],
} = transitGateway({ attachments: { 1: {}, 2: {} } });
/** The table has no association. */
const unassociated: Resources = {
  TransitGatewayRouteTableAssociations: [{ TransitGatewayRouteTableId: "tgw-1-rtb", Associations: [] }],
  TransitGatewayVpcAttachments,
  TransitGatewayRouteTables,
  TransitGatewayRoutes,
  TransitGatewayRouteTablePropagations,
};
const owned = (OwnerId: string): Resources => ({
  ...unassociated,
  TransitGateways: [{ ...BY_TRANSIT, OwnerId, State: "available" }],
});

function codesOf(captures: Parameters<typeof buildNetwork>[0]["captures"]) {
  const { verdict, traces } = evaluateFlow(buildNetwork({ captures }), {
    source: { networkInterfaceId: "eni-1a" },
    destination: { cidr: "10.2.1.10/32" },
    protocol: "tcp",
    port: 443,
  });
  const codes = traces.flatMap(({ explanations, notEvaluated }) => [...explanations, ...notEvaluated]);
  return [verdict, ...new Set(codes.map(({ code }) => code))];
}

describe("an attachment that is associated with no route table", () => {
  const BLOCKED = ["unreachable", "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION"];
  const UNKNOWN = ["unknown", "TGW_RTB_ROUTES_ARE_UNKNOWN"];

  it("stops packets where the gateway's owner told so", () => {
    expect(codesOf([aFullCapture({ ...vpcs, ...owned(ACCOUNT_ID) })])).toEqual(BLOCKED);
    const other = aFullCapture({}, { accountId: "555566667777" });
    expect(codesOf([other, aFullCapture({ ...vpcs, ...owned(ACCOUNT_ID) })])).toEqual(BLOCKED);
    const owner = aFullCapture(owned(NETWORK_ACCOUNT), { accountId: NETWORK_ACCOUNT });
    expect(codesOf([aFullCapture(vpcs), owner])).toEqual(BLOCKED);
  });

  it("stops packets where only the list of attachments tells who the owner is", () => {
    const TransitGatewayAttachments = TransitGatewayVpcAttachments.map((one) => ({
      TransitGatewayAttachmentId: one.TransitGatewayAttachmentId,
      TransitGatewayId: "tgw-1",
      TransitGatewayOwnerId: ACCOUNT_ID,
      ResourceType: "vpc" as const,
    }));
    const other = aFullCapture({}, { accountId: "555566667777" });
    const captures = [aFullCapture({ ...vpcs, ...unassociated, TransitGatewayAttachments }), other];
    expect(codesOf(captures)).toEqual(BLOCKED);
  });

  it("stops packets where one place was read and nothing tells whose the gateway or the answers are", () => {
    const TransitGateways = [{ ...BY_TRANSIT, State: "available" as const }];
    const nobodys = aFullCapture({ ...vpcs, ...unassociated, TransitGateways });
    expect(codesOf([nobodys])).toEqual(BLOCKED);
    expect(codesOf([nobodys, aFullCapture({}, { accountId: "555566667777" })])).toEqual(UNKNOWN);
    const unnamed = aFullCapture({ ...vpcs, ...owned(ACCOUNT_ID) }, { accountId: null });
    expect(codesOf([unnamed])).toEqual(BLOCKED);
  });

  it("is not known of a gateway that others share with the account that was read", () => {
    expect(codesOf([aFullCapture({ ...vpcs, ...owned(NETWORK_ACCOUNT) })])).toEqual(UNKNOWN);
    const other = aFullCapture({}, { accountId: "555566667777" });
    expect(codesOf([aFullCapture({ ...vpcs, ...owned(NETWORK_ACCOUNT) }), other])).toEqual(UNKNOWN);
  });

  const listed = TransitGatewayVpcAttachments.map(({ TransitGatewayAttachmentId }) => ({
    ...BY_TRANSIT,
    TransitGatewayAttachmentId,
    ResourceType: "vpc" as const,
  }));
  const OF_TABLES = "GetTransitGatewayRouteTableAssociations";
  const owner = (resources: Resources, calls: readonly string[] = []) =>
    aFullCapture(
      { ...owned(NETWORK_ACCOUNT), ...resources },
      {
        accountId: NETWORK_ACCOUNT,
        coverage: readCalls.map((call) => ({ call, status: calls.includes(call) ? "absent" : "ok" })),
      },
    );
  const UNREAD = { TransitGatewayRouteTableAssociations: [] };
  const OTHER = { ...BY_TRANSIT, TransitGatewayRouteTableId: "tgw-1-rtb-other" };

  it.each([
    ["the attachment's own entry", owner({ ...UNREAD, TransitGatewayAttachments: listed }, [OF_TABLES])],
    ["the tables'", owner({}, ["DescribeTransitGatewayAttachments"])],
  ])("stops packets where one list tells so: %s", (_, capture) => {
    expect(codesOf([aFullCapture(vpcs), capture])).toEqual(BLOCKED);
  });

  it.each([
    ["neither was read", owner(UNREAD, ["DescribeTransitGatewayAttachments", OF_TABLES])],
    ["both were read, and neither has it", owner(UNREAD)],
    ["what the tables were asked for was cut short", owner({}, [OF_TABLES])],
    ["there may be more tables", owner({}, ["DescribeTransitGatewayRouteTables"])],
    ["no table was read", owner({ TransitGatewayRouteTables: [] })],
    [
      "another table was not asked",
      owner({ TransitGatewayRouteTables: [...TransitGatewayRouteTables, OTHER] }),
    ],
  ])("is not known where no list tells so: %s", (_, capture) => {
    expect(codesOf([aFullCapture(vpcs), capture])).toEqual(UNKNOWN);
  });
});

it("subnets are in a zone by its id where that is told: its name means another place in another account", () => {
  const ids = (a: string, b: string) =>
    together(
      openVpc(1, {
        routes: routesTo(2, BY_TRANSIT),
        a: { subnet: { AvailabilityZone: "eu-west-1a", AvailabilityZoneId: a } },
        b: { subnet: { AvailabilityZone: "eu-west-1a", AvailabilityZoneId: b } },
      }),
      openVpc(2, { routes: routesTo(1, BY_TRANSIT) }),
      transitGateway({ attachments: { 1: {}, 2: {} } }),
    );
  const fromB = { destination: { cidr: "10.2.1.10/32" }, source: { networkInterfaceId: "eni-1b" } };
  expect(ask(ids("euw1-az1", "euw1-az1"), fromB)).toEqual(REACHABLE);
  expect(ask(ids("euw1-az1", "euw1-az2"), fromB)).toEqual(unreachable("TGW_ROUTE_AZ_RESTRICTION"));
});
