import { describe, expect, it } from "vitest";
import { aPeeringConnection } from "@/lib/testing/builders/gateways";
import { ACCOUNT_ID } from "@/lib/testing/builders/snapshot";
import { ask, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { routesTo, staticRoute, transitGateway } from "../cases/joined-vpcs.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

/** Somewhere behind a VPN gateway, by a rule that lets out to the members of a group that was deleted. */
const network = together(
  openVpc(1, {
    outbound: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-gone" }] }],
    routes: [
      { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "vgw-1" },
      { DestinationIpv6CidrBlock: "::/0", GatewayId: "vgw-1" },
    ],
  }),
  { VpnGateways: [{ VpnGatewayId: "vgw-1", VpcAttachments: [{ VpcId: "vpc-1", State: "attached" }] }] },
);
const to = (cidr: string) => ({ destination: { cidr } });
const peeredWith = (AccepterVpcInfo: object, own: object = {}) =>
  together(network, {
    VpcPeeringConnections: [
      aPeeringConnection({
        RequesterVpcInfo: { VpcId: "vpc-1" },
        AccepterVpcInfo: { VpcId: "vpc-2", ...AccepterVpcInfo },
        ...own,
      }),
    ],
  });
const MAY_BE = unknown("NOT_EVALUATED_ON_PREMISES", "NOT_EVALUATED_UNREAD");
const NOBODY = unreachable("ENI_SG_RULES_MISMATCH");

describe("an outbound rule that names a group means somebody of the VPC or of a peer:", () => {
  it.each([
    ["nobody else, where every peering connection was read", network, "10.2.1.10/32", NOBODY],
    ["whoever is in the range of a peer", peeredWith({ CidrBlock: "10.2.0.0/16" }), "10.2.1.10/32", MAY_BE],
    ["nobody outside that range", peeredWith({ CidrBlock: "10.2.0.0/16" }), "10.3.1.10/32", NOBODY],
    ["whoever, where a peer's range is not told", peeredWith({}), "10.3.1.10/32", MAY_BE],
    [
      "nobody of a peer whose connection was deleted",
      peeredWith({ CidrBlock: "10.2.0.0/16" }, { Status: { Code: "deleted" } }),
      "10.2.1.10/32",
      NOBODY,
    ],
    [
      "whoever, of a connection whose state is not told",
      peeredWith({ CidrBlock: "10.2.0.0/16" }, { Status: undefined }),
      "10.2.1.10/32",
      MAY_BE,
    ],
    [
      "nobody of VPCs that a connection joins to each other",
      peeredWith({ CidrBlock: "10.2.0.0/16" }, { RequesterVpcInfo: { VpcId: "vpc-3" } }),
      "10.2.1.10/32",
      NOBODY,
    ],
  ])("%s", (_, resources, cidr, answer) => {
    expect(ask(resources, to(cidr))).toEqual(answer);
  });

  it.each([
    ["10.2.1.10/32", MAY_BE],
    ["100.64.1.10/32", MAY_BE],
    ["2600:1f18:200:1::10/128", MAY_BE],
    // No VPC of public IPv4 addresses is peered with.
    ["8.8.8.8/32", NOBODY],
  ])("whoever may be a peer, where no peering connection was read: %s", (cidr, answer) => {
    expect(ask(network, to(cidr), ["DescribeVpcPeeringConnections"])).toEqual(answer);
  });
});

it("an outbound rule means nobody across a transit gateway but who may be a peer", () => {
  const byTransit = { TransitGatewayId: "tgw-1" };
  const outbound = [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-gone" }] }];
  const joined = together(
    openVpc(1, { outbound, routes: routesTo(2, byTransit) }),
    transitGateway({ attachments: { 1: {}, 2: {} }, routes: [staticRoute("10.2.0.0/16", 2)] }),
  );
  expect(ask(joined, to("10.2.1.10/32")).codes).toContain("ENI_SG_RULES_MISMATCH");
  const { verdict, codes } = ask(joined, to("10.2.1.10/32"), ["DescribeVpcPeeringConnections"]);
  expect(verdict).toBe("unknown");
  expect(codes).not.toContain("ENI_SG_RULES_MISMATCH");
});

describe("a group whose members may be at an address of a peer that was not read", () => {
  const own = (SecurityGroup: object, more: object = {}) =>
    together(
      openVpc(1, {
        outbound: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-own" }] }],
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "vgw-1" }],
      }),
      {
        VpnGateways: network.VpnGateways ?? [],
        SecurityGroups: [{ GroupId: "sg-own", VpcId: "vpc-1", ...SecurityGroup }],
        VpcPeeringConnections: peeredWith({ CidrBlock: "10.2.0.0/16" }).VpcPeeringConnections ?? [],
      },
      more,
    );
  const associated = (VpcId: string, State: string, GroupId = "sg-own") => ({
    SecurityGroupVpcAssociations: [{ GroupId, VpcId, State }],
  });

  it.each([
    ["nobody's, where it is used in its own VPC alone", own({}), NOBODY],
    ["nobody's, where its owner's account was read", own({ OwnerId: ACCOUNT_ID }), NOBODY],
    ["somebody's, where another account owns it", own({ OwnerId: "444455556666" }), MAY_BE],
    ["somebody's, where its VPC is not told", own({ VpcId: undefined }), MAY_BE],
    ["somebody's, where it is associated with that VPC", own({}, associated("vpc-2", "associated")), MAY_BE],
    ["nobody's, where that failed", own({}, associated("vpc-2", "association-failed")), NOBODY],
    ["nobody's, where another group is", own({}, associated("vpc-2", "associated", "sg-1")), NOBODY],
    [
      "nobody's, where it is associated with another VPC, all of which was read",
      together(own({}, associated("vpc-3", "associated")), openVpc(3)),
      NOBODY,
    ],
  ])("is %s", (_, resources, answer) => {
    expect(ask(resources, to("10.2.1.10/32"))).toEqual(answer);
  });
});
