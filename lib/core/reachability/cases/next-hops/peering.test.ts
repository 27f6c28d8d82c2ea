import { describe, expect, it } from "vitest";
import { aPeeringConnection } from "@/lib/testing/builders/gateways";
import { peeringOf, routesTo } from "../joined-vpcs.test-builder";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const BY_PEERING = { VpcPeeringConnectionId: "pcx-1" };
const OF_2 = { destination: { cidr: "10.2.1.10/32" } };
const sender = openVpc(1, { routes: routesTo(2, BY_PEERING) });
const both = together(sender, openVpc(2, { routes: routesTo(1, BY_PEERING) }));
const joining = (own: Parameters<typeof aPeeringConnection>[0]) => ({
  VpcPeeringConnections: [aPeeringConnection(own)],
});

describe("a peering connection's state", () => {
  it.each([
    ["active", REACHABLE],
    [undefined, REACHABLE],
    ["pending-acceptance", unreachable("BAD_STATE")],
    ["deleted", unreachable("BAD_STATE")],
  ] as const)("%s decides whether it carries anything", (Code, answer) => {
    const [peering = {}] = peeringOf().VpcPeeringConnections ?? [];
    expect(ask(together(both, joining({ ...peering, Status: { Code } })), OF_2)).toEqual(answer);
  });
});

describe("the VPCs that a peering connection joins", () => {
  const NOT_JOINED = unreachable("BAD_STATE");

  it("must be the sender's and another one", () => {
    const RequesterVpcInfo = { VpcId: "vpc-3" };
    const AccepterVpcInfo = { VpcId: "vpc-2" };
    expect(ask(together(both, joining({ RequesterVpcInfo, AccepterVpcInfo })), OF_2)).toEqual(NOT_JOINED);
  });

  it.each([
    ["requester", { RequesterVpcInfo: {}, AccepterVpcInfo: { VpcId: "vpc-1" } }],
    ["accepter", { RequesterVpcInfo: { VpcId: "vpc-1" }, AccepterVpcInfo: {} }],
    ["two", { RequesterVpcInfo: undefined, AccepterVpcInfo: undefined }],
  ])("are not known where the %s was not recorded", (_, sides) => {
    expect(ask(together(both, joining(sides)), OF_2)).toEqual(unknown("UNKNOWN_DESTINATION"));
  });
});

describe("the addresses that a peering connection carries", () => {
  const farRanges = (AccepterVpcInfo: object) =>
    together(
      openVpc(1, {
        routes: [
          { DestinationCidrBlock: "10.0.0.0/8", ...BY_PEERING },
          { DestinationIpv6CidrBlock: "2600::/16", ...BY_PEERING },
        ],
      }),
      joining({
        RequesterVpcInfo: { VpcId: "vpc-1" },
        AccepterVpcInfo: { VpcId: "vpc-2", ...AccepterVpcInfo },
      }),
    );
  const OUTSIDE = unreachable("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR");
  const UNREAD = unknown("UNKNOWN_DESTINATION");
  const told = {
    CidrBlock: "10.2.0.0/16",
    CidrBlockSet: [{ CidrBlock: "10.2.0.0/16" }, { CidrBlock: "10.22.0.0/16" }],
    Ipv6CidrBlockSet: [{ Ipv6CidrBlock: "2600:1f18:200::/56" }],
  };

  it.each([
    ["10.2.1.10/32", "in the first range", UNREAD],
    ["10.22.1.10/32", "in another range", UNREAD],
    ["2600:1f18:200:1::10/128", "in the IPv6 range", UNREAD],
    ["10.3.1.10/32", "in none", OUTSIDE],
    ["2600:1f18:300:1::10/128", "in none", OUTSIDE],
  ])("are those that it tells of a VPC that was not read: %s is %s", (cidr, _, answer) => {
    expect(ask(farRanges(told), { destination: { cidr } })).toEqual(answer);
  });

  it("are not limited where it tells none, as while it is not active", () => {
    expect(ask(farRanges({}), OF_2)).toEqual(UNREAD);
  });

  it("leave what is behind the far VPC where it is: nothing passes on", () => {
    const network = together(
      openVpc(1, { routes: routesTo(3, BY_PEERING) }),
      openVpc(2, { routes: [...routesTo(1, BY_PEERING), ...routesTo(3, { TransitGatewayId: "tgw-1" })] }),
      peeringOf(),
    );
    const asked = { destination: { cidr: "10.3.1.10/32" } };
    expect(ask(network, asked)).toEqual(
      unreachable("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR", "NO_POSSIBLE_DESTINATION"),
    );
    const hops = answerOf(network, asked).traces.flatMap(({ forward }) =>
      forward.map(({ resourceId }) => resourceId),
    );
    expect(hops).not.toContain("tgw-1");
  });
});

it("a group across a peering connection whose Regions were not recorded may be known or not", () => {
  const BY_PEERING = { VpcPeeringConnectionId: "pcx-1" };
  const [{ RequesterVpcInfo = {}, AccepterVpcInfo = {}, ...rest } = {}] =
    peeringOf().VpcPeeringConnections ?? [];
  const network = (...regions: (string | undefined)[]) => {
    const [one, two] = [RequesterVpcInfo, AccepterVpcInfo].map((side, n) => ({
      ...side,
      Region: regions[n],
    }));
    return together(
      openVpc(1, { routes: routesTo(2, BY_PEERING) }),
      openVpc(2, {
        routes: routesTo(1, BY_PEERING),
        inbound: [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-1" }] }],
      }),
      {
        VpcPeeringConnections: [
          { ...rest, ...(one && { RequesterVpcInfo: one }), ...(two && { AccepterVpcInfo: two }) },
        ],
      },
    );
  };
  const asked = { destination: { cidr: "10.2.1.10/32" } };
  expect(ask(network("eu-west-1", "eu-west-1"), asked)).toEqual(REACHABLE);
  expect(ask(network("eu-west-1", "eu-west-2"), asked).verdict).toBe("unreachable");
  for (const regions of [[undefined, "eu-west-1"], ["eu-west-1", undefined], []])
    expect(ask(network(...regions), asked).verdict).toBe("unknown");
});
