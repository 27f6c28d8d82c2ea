import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { aRouteTable, associatedWith } from "@/lib/testing/builders/vpc-resources";
import { ask, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const TO_INTERNET = { DestinationCidrBlock: "8.0.0.0/8", GatewayId: "igw-1" };
const GONE = { DestinationCidrBlock: "8.0.0.0/8", NatGatewayId: "nat-gone", State: "blackhole" } as const;
const PROPAGATED = { Origin: "EnableVgwRoutePropagation" } as const;
const routed = (...routes: object[]) =>
  together(openVpc(1, { routes, a: { eni: { Association: { PublicIp: "203.0.113.50" } } } }), {
    InternetGateways: [anInternetGateway()],
    ManagedPrefixListEntries: [{ PrefixListId: "pl-1", Entries: [{ Cidr: "8.0.0.0/8" }] }],
  });
const asked = { destination: { cidr: "8.8.8.8/32" } };

describe("of routes for one range", () => {
  const byList = { DestinationCidrBlock: undefined, DestinationPrefixListId: "pl-1" };

  it.each([
    [
      "a filtered one is not in force",
      [{ ...TO_INTERNET, State: "filtered" }],
      unreachable("NO_ROUTE_TO_DESTINATION"),
    ],
    ["a static one goes before a propagated one", [{ ...GONE, ...PROPAGATED }, TO_INTERNET], REACHABLE],
    [
      "a static one goes before a route server's",
      [{ ...GONE, Origin: "Advertisement" }, TO_INTERNET],
      REACHABLE,
    ],
    ["a static one goes before a prefix list's", [{ ...GONE, ...byList }, TO_INTERNET], REACHABLE],
    [
      "a prefix list's goes before a propagated one",
      [
        { ...TO_INTERNET, ...byList },
        { ...GONE, ...PROPAGATED },
      ],
      REACHABLE,
    ],
    [
      "a static one that is gone still goes before a propagated one",
      [GONE, { ...TO_INTERNET, ...PROPAGATED }],
      unreachable("BAD_STATE_ROUTE"),
    ],
  ] as const)("%s", (_, routes, answer) => {
    expect(ask(routed(...routes), asked)).toEqual(answer);
    expect(ask(routed(...[...routes].reverse()), asked)).toEqual(answer);
  });
});

it("a table that lists no route leads nowhere; one without a list was not read, for AWS gives it a local one", () => {
  const listing = (Routes: [] | undefined) =>
    aRouteTable({
      VpcId: "vpc-1",
      RouteTableId: "rtb-empty",
      Associations: associatedWith("subnet-1a"),
      Routes,
    });
  const answer = (Routes: [] | undefined) =>
    ask(together(openVpc(1), { RouteTables: [listing(Routes)] }), asked);
  expect(answer([])).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
  expect(answer(undefined)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
});

describe("a propagated route", () => {
  it("that is longer goes before a static one that is not the VPC's own", () => {
    const longer = { ...GONE, ...PROPAGATED, DestinationCidrBlock: "8.8.0.0/16" };
    expect(ask(routed(TO_INTERNET, longer), asked)).toEqual(unreachable("BAD_STATE_ROUTE"));
  });

  it.each([
    ["wider than the VPC's own range", "0.0.0.0/0", "8.8.8.8/32"],
    ["below the VPC's own range", "8.0.0.0/8", "8.8.8.8/32"],
    ["above the VPC's own range", "172.16.0.0/12", "172.16.0.1/32"],
  ])("%s is in force", (_, DestinationCidrBlock, cidr) => {
    const propagated = { ...GONE, ...PROPAGATED, DestinationCidrBlock };
    expect(ask(routed(propagated), { destination: { cidr } })).toEqual(unreachable("BAD_STATE_ROUTE"));
  });

  const within = (DestinationCidrBlock: string) => routed({ ...GONE, ...PROPAGATED, DestinationCidrBlock });

  it("within the VPC's own range never takes packets from its local route, a static one does", () => {
    const B = { destination: { networkInterfaceId: "eni-1b" } };
    expect(ask(within("10.1.2.0/24"), B)).toEqual(REACHABLE);
    expect(ask(routed({ ...GONE, DestinationCidrBlock: "10.1.2.0/24" }), B)).toEqual(
      unreachable("BAD_STATE_ROUTE"),
    );
  });
});
