import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { ACCOUNT_ID, REGION } from "@/lib/testing/builders/snapshot";
import { aRoute, aRouteTable } from "@/lib/testing/builders/vpc-resources";
import { transitGateway } from "../joined-vpcs.test-builder";
import { ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const SOMEWHERE = { destination: { cidr: "8.8.8.8/32" } };
const regional = (NatGatewayId: string, own: object = {}) => ({
  NatGatewayId,
  VpcId: "vpc-1",
  RouteTableId: `rtb-${NatGatewayId}`,
  State: "available" as const,
  ConnectivityType: "public" as const,
  AvailabilityMode: "regional" as const,
  AutoProvisionZones: "disabled" as const,
  NatGatewayAddresses: [{ PublicIp: "203.0.113.10", AvailabilityZone: "eu-west-1a" }],
  ...own,
});
const tableOf = (natGatewayId: string, target: object) =>
  aRouteTable({
    RouteTableId: `rtb-${natGatewayId}`,
    Associations: [],
    Routes: [
      aRoute({ DestinationCidrBlock: "10.1.0.0/16" }),
      { DestinationCidrBlock: "0.0.0.0/0", State: "active", ...target },
    ],
  });
const behind = (own: object = {}, subnet: object = {}) =>
  together(
    openVpc(1, {
      a: { subnet, routes: [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" }] },
    }),
    { InternetGateways: [anInternetGateway()], NatGateways: [regional("nat-1", own)] },
  );
const withTable = (target: object) => ({ RouteTables: [tableOf("nat-1", target)] });
const TO_INTERNET = withTable({ GatewayId: "igw-1" });

describe("the zones of a regional NAT gateway", () => {
  const at = (zone: object) => ({ NatGatewayAddresses: [{ PublicIp: "203.0.113.10", ...zone }] });
  const NOT_THERE = unreachable("REGIONAL_NGW_ROUTE_AZ_RESTRICTION");

  it.each([
    ["hold the sender's by name", at({ AvailabilityZone: "eu-west-1a" }), {}, REACHABLE],
    [
      "hold the sender's by id",
      at({ AvailabilityZoneId: "euw1-az1" }),
      { AvailabilityZone: undefined, AvailabilityZoneId: "euw1-az1" },
      REACHABLE,
    ],
    ["do not hold the sender's", at({ AvailabilityZone: "eu-west-1b" }), {}, NOT_THERE],
    [
      "do not hold the sender's, but expand",
      { ...at({ AvailabilityZone: "eu-west-1b" }), AutoProvisionZones: "enabled" },
      {},
      REACHABLE,
    ],
    [
      "may hold the sender's, which is not known",
      at({ AvailabilityZone: "eu-west-1b" }),
      { AvailabilityZone: undefined },
      unknown("NOT_EVALUATED_UNREAD"),
    ],
    ["may hold the sender's where none was recorded", at({}), {}, unknown("NOT_EVALUATED_UNREAD")],
  ])("%s", (_, own, subnet, answer) => {
    expect(ask(together(behind(own, subnet), TO_INTERNET), SOMEWHERE)).toEqual(answer);
  });
});

describe("Block Public Access at a regional NAT gateway", () => {
  it.each([
    ["block-ingress", REACHABLE],
    ["block-bidirectional", unreachable("VPC_BLOCK_PUBLIC_ACCESS_ENABLED")],
  ] as const)("is that of its VPC, as it is in no subnet: %s", (InternetGatewayBlockMode, answer) => {
    const options = { AwsAccountId: ACCOUNT_ID, AwsRegion: REGION, InternetGatewayBlockMode };
    const network = together(behind(), TO_INTERNET, { VpcBlockPublicAccessOptions: [options] });
    expect(ask(network, SOMEWHERE)).toEqual(answer);
  });
});

describe("the table of a regional NAT gateway", () => {
  it("leads on where the subnet's own does not", () => {
    expect(ask(together(behind(), TO_INTERNET), SOMEWHERE)).toEqual(REACHABLE);
  });

  it("that was not read leads to what is not known", () => {
    expect(ask(behind(), SOMEWHERE)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    expect(ask(behind({ RouteTableId: undefined }), SOMEWHERE)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });

  it.each([
    ["a transit gateway", { TransitGatewayId: "tgw-1" }],
    ["another NAT gateway", { NatGatewayId: "nat-2" }],
  ])("may lead to %s, in which zone and from which address is not known", (_, target) => {
    const network = together(
      behind(),
      withTable(target),
      openVpc(2, { routes: [{ DestinationCidrBlock: "0.0.0.0/0", TransitGatewayId: "tgw-1" }] }),
      transitGateway({ attachments: { 1: {}, 2: {} } }),
      { NatGateways: [regional("nat-2")], RouteTables: [tableOf("nat-2", { GatewayId: "igw-1" })] },
    );
    const asked = { destination: { cidr: "10.2.1.10/32" } };
    expect(ask(network, asked)).toEqual(unknown("NOT_EVALUATED_TARGET_KIND"));
  });

  it("does not matter where no address of the gateway was recorded", () => {
    for (const NatGatewayAddresses of [undefined, []]) {
      const network = together(behind({ NatGatewayAddresses }), TO_INTERNET);
      expect(ask(network, SOMEWHERE)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    }
  });
});

describe("a regional NAT gateway sends from its address in the sender's zone", () => {
  const A = { PublicIp: "203.0.113.10", AvailabilityZone: "eu-west-1a" };
  const B = { PublicIp: "203.0.113.11", AvailabilityZone: "eu-west-1b" };
  const C = { PublicIp: "203.0.113.12", AvailabilityZoneId: "euw1-az1" };
  const lettingIn = (CidrIp: string, own: object, subnet: object = {}) =>
    together(
      behind(own, subnet),
      TO_INTERNET,
      openVpc(2, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-2" }],
        inbound: [{ IpProtocol: "-1", IpRanges: [{ CidrIp }] }],
        a: { eni: { Association: { PublicIp: "203.0.113.60" } } },
      }),
      {
        InternetGateways: [
          anInternetGateway({
            InternetGatewayId: "igw-2",
            Attachments: [{ VpcId: "vpc-2", State: "attached" }],
          }),
        ],
      },
    );
  const there = { destination: { cidr: "203.0.113.60/32" } };
  const both = { NatGatewayAddresses: [A, B, C] };
  const byId = { AvailabilityZone: undefined, AvailabilityZoneId: "euw1-az1" };

  it.each([
    ["of its own zone", "203.0.113.10/32", both, {}, REACHABLE],
    ["of another zone", "203.0.113.11/32", both, {}, unreachable("ENI_SG_RULES_MISMATCH")],
    ["of its own zone, told by id", "203.0.113.12/32", both, byId, REACHABLE],
    [
      "of another, where it has none in the zone yet",
      "203.0.113.11/32",
      { NatGatewayAddresses: [B], AutoProvisionZones: "enabled" },
      {},
      REACHABLE,
    ],
  ])("to a receiver that lets in the address %s", (_, cidr, own, subnet, answer) => {
    expect(ask(lettingIn(cidr, own, subnet), there)).toEqual(answer);
  });
});
