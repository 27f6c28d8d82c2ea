import { describe, expect, it } from "vitest";
import { aNatGateway, anInternetGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { routesTo, staticRoute, transitGateway } from "../joined-vpcs.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const TO_NAT = { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" };
const TO_S3 = { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" };

describe("a gateway endpoint behind a NAT gateway", () => {
  const network = together(openVpc(1, { a: { routes: [TO_NAT] }, b: { routes: [TO_S3] } }), {
    NatGateways: [
      aNatGateway({
        SubnetId: "subnet-1b",
        NatGatewayAddresses: [{ PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" }],
      }),
    ],
    VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
    PrefixLists: [
      { PrefixListId: "pl-s3", PrefixListName: "com.amazonaws.eu-west-1.s3", Cidrs: ["52.216.0.0/15"] },
    ],
    VpcEndpoints: [
      {
        VpcEndpointId: "vpce-s3",
        VpcEndpointType: "Gateway",
        VpcId: "vpc-1",
        ServiceName: "com.amazonaws.eu-west-1.s3",
        State: "Available",
      },
    ],
  });

  it.each([
    ["by its address", { cidr: "52.216.8.7/32" }],
    ["by the service's name", { service: "s3" }],
  ])("serves what is asked for %s, by the table of the NAT gateway's subnet", (_, destination) => {
    expect(ask(network, { destination })).toEqual(REACHABLE);
    const hops = answerOf(network, { destination }).traces.flatMap(({ forward }) => forward);
    const ids = hops.map(({ resourceId }) => resourceId);
    expect(ids.indexOf("nat-1")).toBeGreaterThan(-1);
    expect(ids.indexOf("vpce-s3")).toBeGreaterThan(ids.indexOf("nat-1"));
  });

  it("serves nothing else", () => {
    expect(ask(network, { destination: { cidr: "52.216.8.7/32" }, protocol: "udp" })).toEqual(
      unreachable("VPCE_GATEWAY_PROTOCOL_RESTRICTION"),
    );
    expect(ask(network, { destination: { cidr: "8.8.8.8/32" } })).toEqual(
      unreachable("NO_ROUTE_TO_DESTINATION", "NAT_IN_PRIVATE_SUBNET"),
    );
  });
});

describe("a gateway endpoint", () => {
  const ENDPOINT = {
    VpcEndpointId: "vpce-s3",
    VpcEndpointType: "Gateway" as const,
    VpcId: "vpc-1",
    ServiceName: "com.amazonaws.eu-west-1.s3",
    State: "Available" as const,
  };
  const PrefixListName = "com.amazonaws.eu-west-1.s3";

  it("serves its own VPC only, and nothing that comes through a transit gateway", () => {
    const toS3 = { DestinationCidrBlock: "52.216.0.0/15", TransitGatewayId: "tgw-1" };
    const network = together(
      openVpc(2, { routes: [toS3] }),
      openVpc(1, { routes: [TO_S3, ...routesTo(2, { TransitGatewayId: "tgw-1" })] }),
      transitGateway({
        attachments: { 1: {}, 2: {} },
        routes: [staticRoute("52.216.0.0/15", 1)],
      }),
      { VpcEndpoints: [ENDPOINT], PrefixLists: [{ PrefixListId: "pl-s3", Cidrs: ["52.216.0.0/15"] }] },
    );
    const asked = { destination: { cidr: "52.216.8.7/32" } };
    const source = { networkInterfaceId: "eni-2a" };
    expect(ask(network, asked)).toEqual(REACHABLE);
    expect(ask(network, { ...asked, source }).codes).toContain("ENDPOINT_FOR_OWN_VPC_ONLY");
    expect(ask(network, { ...asked, source }).verdict).toBe("unreachable");
  });

  const named = (target: object) =>
    together(openVpc(1, { routes: [{ ...TO_S3, ...target }] }), {
      VpcEndpoints: [ENDPOINT],
      VpcAttributes: [{ VpcId: "vpc-1", EnableDnsSupport: { Value: true } }],
      // Its entries were not recorded.
      ManagedPrefixLists: [{ PrefixListId: "pl-s3", PrefixListName }],
    });

  it("takes what is asked for by its service's name, whatever addresses the service's list holds", () => {
    expect(ask(named({}), { destination: { service: "s3" } })).toEqual(REACHABLE);
    expect(ask(named({ State: "blackhole" }), { destination: { service: "s3" } })).toEqual(
      unreachable("BAD_STATE_ROUTE"),
    );
  });
});

describe("a prefix list whose entries were not read", () => {
  const routed = (...routes: object[]) =>
    openVpc(1, { routes: [{ DestinationPrefixListId: "pl-unread", TransitGatewayId: "tgw-1" }, ...routes] });
  const UNREAD = unknown("NOT_EVALUATED_UNREAD");

  it.each([
    ["8.8.8.8/32", { DestinationCidrBlock: "8.8.8.8/32" }, { DestinationCidrBlock: "8.8.8.0/24" }],
    [
      "2001:4860:4860::8888/128",
      { DestinationIpv6CidrBlock: "2001:4860:4860::8888/128" },
      { DestinationIpv6CidrBlock: "2001:4860:4860::/64" },
    ],
  ])("may take %s, but from no route to that address alone", (cidr, exact, wider) => {
    const gone = { NatGatewayId: "nat-gone", State: "blackhole" };
    const asked = { destination: { cidr } };
    expect(ask(routed({ ...exact, ...gone }), asked)).toEqual(unreachable("BAD_STATE_ROUTE"));
    expect(ask(routed({ ...wider, ...gone }), asked)).toEqual(UNREAD);
    expect(ask(routed(), asked)).toEqual(UNREAD);
  });
});

describe("two prefix lists that hold the destination", () => {
  const lists = {
    ManagedPrefixListEntries: [
      { PrefixListId: "pl-wide", Entries: [{ Cidr: "8.0.0.0/8" }] },
      { PrefixListId: "pl-narrow", Entries: [{ Cidr: "8.8.8.0/24" }] },
    ],
    InternetGateways: [anInternetGateway()],
  };
  const routed = (wide: object, narrow: object) =>
    together(
      openVpc(1, {
        a: {
          eni: { Association: { PublicIp: "203.0.113.50" } },
          routes: [
            { DestinationPrefixListId: "pl-wide", ...wide },
            { DestinationPrefixListId: "pl-narrow", ...narrow },
          ],
        },
      }),
      lists,
    );
  const asked = { destination: { cidr: "8.8.8.8/32" } };
  const GATEWAY = { GatewayId: "igw-1" };
  const GONE = { NatGatewayId: "nat-gone", State: "blackhole" };

  it.each([
    ["the same target", GATEWAY, GATEWAY],
    ["targets that differ, where the longer prefix works", GONE, GATEWAY],
    ["targets that differ, where the shorter prefix works", GATEWAY, GONE],
  ])("tie, whatever their lengths: with %s", (_, wide, narrow) => {
    const answer = ask(routed(wide, narrow), asked);
    expect(answer).toEqual(wide === narrow ? REACHABLE : unknown("BAD_STATE_ROUTE"));
  });

  it("are a block where neither target works", () => {
    const other = { ...GONE, NatGatewayId: "nat-gone-too" };
    expect(ask(routed(GONE, other), asked)).toEqual(unreachable("BAD_STATE_ROUTE"));
  });
});
