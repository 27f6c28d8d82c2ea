import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { aNetworkInterface } from "@/lib/testing/builders/vpc-resources";
import { ask, unknown, unreachable } from "../ask-codes.test-builder";
import { EDGE_TABLE } from "../edge-table.test-builder";
import { routesTo, transitGateway } from "../joined-vpcs.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

type Entry = Parameters<typeof anEntry>[0];
const LETS_ALL_BACK = [anEntry({ Egress: true }), anEntry({})];
const LETS_NOTHING_BACK = [anEntry({ Egress: true })];
const BLOCKED = unreachable("SUBNET_ACL_RESTRICTION");

/** From subnet `a` by a NAT gateway in subnet `b`, where the sender's network ACL has these entries. */
const behindNat = (destination: string, entries: Entry[], rest: object[]) =>
  openVpc(1, {
    routes: rest,
    a: { routes: [{ DestinationCidrBlock: destination, NatGatewayId: "nat-1" }], entries },
  });
const nat = (ConnectivityType: "public" | "private") => ({
  NatGateways: [
    aNatGateway({
      SubnetId: "subnet-1b",
      ConnectivityType,
      NatGatewayAddresses: [
        { PrivateIp: "10.1.2.20", ...(ConnectivityType === "public" && { PublicIp: "203.0.113.10" }) },
      ],
    }),
  ],
});

describe("where a reply gets lost on its way to a NAT gateway, it must get from that to the sender all the same", () => {
  it("behind a gateway's table that leads to an appliance", () => {
    const firewall = {
      NetworkInterfaceId: "eni-firewall",
      PrivateIpAddress: "10.1.2.30",
      SubnetId: "subnet-1b",
      SourceDestCheck: false,
    };
    const network = (entries: Entry[]) =>
      together(
        behindNat("0.0.0.0/0", entries, [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" }]),
        nat("public"),
        {
          InternetGateways: [anInternetGateway()],
          RouteTables: [EDGE_TABLE],
          NetworkInterfaces: [aNetworkInterface({ ...firewall, VpcId: "vpc-1" })],
        },
      );
    const asked = { destination: { cidr: "8.8.8.8/32" } };
    expect(ask(network(LETS_ALL_BACK), asked)).toEqual(unknown("NOT_EVALUATED_APPLIANCE"));
    expect(ask(network(LETS_NOTHING_BACK), asked)).toEqual(BLOCKED);
  });

  it("behind a route by a prefix list that was not read", () => {
    const transit = { TransitGatewayId: "tgw-1" };
    const network = (entries: Entry[]) =>
      together(
        behindNat("10.2.0.0/16", entries, routesTo(2, transit)),
        nat("private"),
        openVpc(2, { routes: [{ DestinationPrefixListId: "pl-unread", ...transit }] }),
        transitGateway({ attachments: { 1: { SubnetIds: ["subnet-1b"] }, 2: {} } }),
      );
    const asked = { destination: { cidr: "10.2.1.10/32" } };
    expect(ask(network(LETS_ALL_BACK), asked)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    expect(ask(network(LETS_NOTHING_BACK), asked)).toEqual(BLOCKED);
  });
});
