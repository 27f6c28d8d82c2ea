import { describe, expect, it } from "vitest";
import { aPeeringConnection } from "@/lib/testing/builders/gateways";
import { aVpc, named } from "@/lib/testing/builders/vpc-resources";
import type { Resources } from "../../network/resources";
import { attachment, networkOf, route, shownPeers } from "./peer-routes.test-builder";
import { peersOf } from "./peers";

describe("peers of a VPC", () => {
  it("are the other ends of its peering connections, by name and account, whichever end asked", () => {
    const VpcPeeringConnections = [
      aPeeringConnection({
        AccepterVpcInfo: {
          VpcId: "vpc-2",
          OwnerId: "222233334444",
          CidrBlock: "10.1.0.0/16",
          CidrBlockSet: [{ CidrBlock: "10.1.0.0/16" }, { CidrBlock: "10.2.0.0/16" }],
        },
      }),
      aPeeringConnection({
        VpcPeeringConnectionId: "pcx-2",
        RequesterVpcInfo: { VpcId: "vpc-3" },
        AccepterVpcInfo: { VpcId: "vpc-1" },
      }),
    ];
    const Vpcs = [
      aVpc({ VpcId: "vpc-3", CidrBlock: "10.3.0.0/16", CidrBlockAssociationSet: [], Tags: named("partner") }),
    ];
    expect(peersOf(networkOf({ VpcPeeringConnections, Vpcs }), "vpc-1")).toEqual([
      { vpcId: "vpc-3", name: "partner", accountId: "111122223333", via: "pcx-2", cidrs: ["10.3.0.0/16"] },
      {
        vpcId: "vpc-2",
        name: "vpc-2",
        accountId: "222233334444",
        via: "pcx-1",
        cidrs: ["10.1.0.0/16", "10.2.0.0/16"],
      },
    ]);
    const partner = ["peer:vpc-3:10.3.0.0/16", "partner (111122223333) 10.3.0.0/16", { cidr: "10.3.0.0/16" }];
    // What of it answers is known where its interfaces were read, so that nobody asks for all of its addresses.
    expect(shownPeers({ VpcPeeringConnections, Vpcs }, "DescribeNetworkInterfaces")[0]).toEqual(partner);
    expect(shownPeers({ VpcPeeringConnections, Vpcs })).toEqual([
      ["peer:vpc-2:10.1.0.0/16", "10.1.0.0/16 (vpc-2, 222233334444)", { cidr: "10.1.0.0/16" }],
      ["peer:vpc-2:10.2.0.0/16", "10.2.0.0/16 (vpc-2, 222233334444)", { cidr: "10.2.0.0/16" }],
    ]);
  });

  it("are none of a connection that is over, of other VPCs, or whose end is not told", () => {
    const VpcPeeringConnections = [
      aPeeringConnection({ Status: { Code: "deleted" } }),
      aPeeringConnection({ VpcPeeringConnectionId: "pcx-2", RequesterVpcInfo: { VpcId: "vpc-8" } }),
      { VpcPeeringConnectionId: "pcx-3", AccepterVpcInfo: { VpcId: "vpc-1" } },
      { VpcPeeringConnectionId: "pcx-4", RequesterVpcInfo: { VpcId: "vpc-1" } },
    ];
    expect(peersOf(networkOf({ VpcPeeringConnections }), "vpc-1")).toEqual([]);
  });

  it("are what is attached to its transit gateway, and the ranges that its routes lead to besides", () => {
    const resources: Resources = {
      TransitGatewayVpcAttachments: [
        attachment("a", "vpc-1"),
        attachment("b", "vpc-2"),
        attachment("c", "vpc-3"),
        attachment("d", "vpc-9", { TransitGatewayId: "tgw-2" }),
      ],
      TransitGatewayRouteTables: [
        { TransitGatewayRouteTableId: "rtb-1", TransitGatewayId: "tgw-1" },
        { TransitGatewayRouteTableId: "rtb-2", TransitGatewayId: "tgw-2" },
        { TransitGatewayRouteTableId: "rtb-3", TransitGatewayId: "tgw-1" },
        { TransitGatewayRouteTableId: "rtb-4" },
      ],
      TransitGatewayRoutes: [
        {
          TransitGatewayRouteTableId: "rtb-1",
          Routes: [
            route("10.0.0.0/16", "vpc-1"),
            route("10.1.0.0/16", "vpc-2"),
            route("10.1.0.0/16", "tgw-9"),
            route("172.16.0.0/12", "vpn-1"),
            route("172.16.0.0/12", "vpn-1"),
            route("192.168.0.0/16", "vpn-1"),
            route("172.20.0.0/16", "vpn-1", { State: "blackhole" }),
            route(undefined, "vpn-1"),
            route("10.9.0.0/16", undefined),
            route("0.0.0.0/0", "vpn-1"),
            { DestinationCidrBlock: "10.10.0.0/16" },
          ],
        },
        { TransitGatewayRouteTableId: "rtb-2", Routes: [route("10.99.0.0/16", "vpn-9")] },
      ],
    };
    expect(peersOf(networkOf(resources), "vpc-1")).toEqual([
      { vpcId: "vpc-2", name: "vpc-2", accountId: "999900001111", via: "tgw-1", cidrs: ["10.1.0.0/16"] },
      { vpcId: "vpc-3", name: "vpc-3", accountId: "999900001111", via: "tgw-1", cidrs: [] },
      {
        vpcId: null,
        name: "vpn-1",
        accountId: null,
        via: "tgw-1",
        cidrs: ["172.16.0.0/12", "192.168.0.0/16"],
      },
    ]);
    expect(shownPeers(resources).map(([, label]) => label)).toEqual([
      "10.1.0.0/16 (vpc-2, 999900001111)",
      "172.16.0.0/12 (vpn-1)",
      "192.168.0.0/16 (vpn-1)",
    ]);
  });

  it("are what its own routes to the gateway lead to, where the gateway's were not read", () => {
    const toGateway = (DestinationCidrBlock: string | undefined, rest: object = {}) => ({
      ...(DestinationCidrBlock !== undefined && { DestinationCidrBlock }),
      TransitGatewayId: "tgw-1",
      ...rest,
    });
    const resources: Resources = {
      TransitGatewayVpcAttachments: [attachment("a", "vpc-1")],
      TransitGateways: [{ TransitGatewayId: "tgw-1", Tags: named("hub") }],
      RouteTables: [
        { RouteTableId: "rtb-other", VpcId: "vpc-2", Routes: [toGateway("10.77.0.0/16")] },
        { RouteTableId: "rtb-empty", VpcId: "vpc-1" },
        {
          RouteTableId: "rtb-1",
          VpcId: "vpc-1",
          Routes: [
            toGateway("10.0.0.0/8"),
            toGateway("0.0.0.0/0"),
            toGateway(undefined),
            toGateway("10.99.0.0/16", { State: "blackhole" }),
            toGateway("10.98.0.0/16", { TransitGatewayId: "tgw-2" }),
            { DestinationCidrBlock: "10.1.0.0/16", GatewayId: "local" },
          ],
        },
      ],
    };
    expect(peersOf(networkOf(resources), "vpc-1")).toEqual([
      { vpcId: null, name: "hub", accountId: null, via: "tgw-1", cidrs: ["10.0.0.0/8"] },
    ]);
    expect(shownPeers(resources).map(([, label]) => label)).toEqual(["hub 10.0.0.0/8"]);
    // Of a range that holds the VPC itself, as a rule, nobody means the whole.
    const Vpcs = [aVpc({ VpcId: "vpc-1", CidrBlock: "10.20.0.0/16", CidrBlockAssociationSet: [] })];
    expect(shownPeers({ ...resources, Vpcs })).toEqual([]);
  });

  it("are none of a gateway that it is attached to no more, or that is not named", () => {
    const over = [attachment("a", "vpc-1", { State: "deleted" }), attachment("b", "vpc-2")];
    const unnamed = [
      { TransitGatewayAttachmentId: "a", VpcId: "vpc-1", State: "available" as const },
      attachment("b", "vpc-2"),
    ];
    for (const TransitGatewayVpcAttachments of [over, unnamed]) {
      expect(peersOf(networkOf({ TransitGatewayVpcAttachments }), "vpc-1")).toEqual([]);
    }
  });

  it("are met over two gateways that are peered, in a VPC whose attachment does not say whose it is", () => {
    const resources: Resources = {
      Vpcs: [aVpc({ VpcId: "vpc-2", CidrBlock: "10.2.0.0/16" })],
      TransitGatewayVpcAttachments: [
        attachment("a", "vpc-1"),
        { TransitGatewayAttachmentId: "b", TransitGatewayId: "tgw-2", VpcId: "vpc-2", State: "available" },
      ],
      TransitGatewayPeeringAttachments: [
        {
          TransitGatewayAttachmentId: "p",
          RequesterTgwInfo: { TransitGatewayId: "tgw-1" },
          AccepterTgwInfo: { TransitGatewayId: "tgw-2" },
          State: "available",
        },
      ],
    };
    expect(peersOf(networkOf(resources), "vpc-1")).toMatchObject([
      { vpcId: "vpc-2", accountId: "111122223333", via: "tgw-2" },
    ]);
  });

  it("keep the first of two attachments", () => {
    const TransitGatewayVpcAttachments = ["vpc-1", "vpc-2"].flatMap((vpcId) => [
      attachment(`${vpcId}-a`, vpcId),
      attachment(`${vpcId}-b`, vpcId, { TransitGatewayId: "tgw-2", VpcOwnerId: "555566667777" }),
    ]);
    expect(peersOf(networkOf({ TransitGatewayVpcAttachments }), "vpc-1")).toMatchObject([
      { vpcId: "vpc-2", via: "tgw-1", accountId: "999900001111" },
    ]);
  });

  it("keep their first way where peering and a gateway both lead there, peering first", () => {
    const resources: Resources = {
      VpcPeeringConnections: [aPeeringConnection()],
      TransitGatewayVpcAttachments: [attachment("a", "vpc-1"), attachment("b", "vpc-2")],
    };
    const [peer, ...others] = peersOf(networkOf(resources), "vpc-1");
    expect([peer?.via, others]).toEqual(["pcx-1", []]);
    const peeredOnly: Resources = {
      VpcPeeringConnections: [aPeeringConnection()],
      TransitGatewayVpcAttachments: [attachment("a", "vpc-1")],
    };
    expect(peersOf(networkOf(peeredOnly), "vpc-1")).toMatchObject([{ via: "pcx-1" }]);
  });
});
