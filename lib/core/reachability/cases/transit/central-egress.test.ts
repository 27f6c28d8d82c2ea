import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, REACHABLE, unreachable } from "../ask-codes.test-builder";
import { staticRoute, transitGateway } from "../joined-vpcs.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const EVERYWHERE = { DestinationCidrBlock: "0.0.0.0/0" };
const BACK = { DestinationCidrBlock: "10.0.0.0/8", TransitGatewayId: "tgw-1" };
const SOMEWHERE = { destination: { cidr: "8.8.8.8/32" } };

const NO_REPLY = { ...SOMEWHERE, protocol: "icmp" as const, icmp: { type: 3, code: 4 } };
const IGW_2 = {
  InternetGateways: [
    anInternetGateway({
      InternetGatewayId: "igw-2",
      Attachments: [{ VpcId: "vpc-2", State: "attached" }],
    }),
  ],
};

/** `vpc-1` goes out by `vpc-2`: from its attachment's subnet `a` to the NAT gateway in its subnet `b`. */
function centralEgress(natRoutes: readonly object[]) {
  return together(
    openVpc(1, { routes: [{ ...EVERYWHERE, TransitGatewayId: "tgw-1" }] }),
    openVpc(2, {
      a: { routes: [{ ...EVERYWHERE, NatGatewayId: "nat-1" }, BACK] },
      b: { routes: [{ ...EVERYWHERE, GatewayId: "igw-2" }, ...natRoutes] },
    }),
    transitGateway({
      attachments: { 1: {}, 2: {} },
      routes: [staticRoute("0.0.0.0/0", 2)],
    }),
    IGW_2,
    {
      NatGateways: [
        aNatGateway({
          VpcId: "vpc-2",
          SubnetId: "subnet-2b",
          NatGatewayAddresses: [{ PrivateIp: "10.2.2.20", PublicIp: "203.0.113.10" }],
        }),
      ],
    },
  );
}

describe("the way out through a VPC that others share", () => {
  it("works where the NAT gateway's subnet has a route back", () => {
    expect(ask(centralEgress([BACK]), SOMEWHERE)).toEqual(REACHABLE);
  });

  it("leads to a gateway endpoint of that VPC, since a NAT gateway sends with an address of its own", () => {
    const endpoint = { DestinationPrefixListId: "pl-s3", GatewayId: "vpce-s3" };
    const service = {
      VpcEndpoints: [
        {
          VpcEndpointId: "vpce-s3",
          VpcEndpointType: "Gateway" as const,
          VpcId: "vpc-2",
          State: "Available" as const,
        },
      ],
      PrefixLists: [{ PrefixListId: "pl-s3", Cidrs: ["8.8.8.0/24"] }],
    };
    expect(ask(together(centralEgress([BACK, endpoint]), service), SOMEWHERE)).toEqual(REACHABLE);
  });

  it("fails on the way back where it has none, which is said before what follows from it", () => {
    const { verdict, traces } = answerOf(centralEgress([]), SOMEWHERE);
    expect(verdict).toBe("unreachable");
    expect(traces[0]?.explanations).toMatchObject([
      {
        code: "REPLY_GOES_ELSEWHERE",
        direction: "return",
        resourceId: "rtb-2b",
        evidence: [{ resourceId: "rtb-2b", fact: "0.0.0.0/0 → igw-2" }],
        message:
          "rtb-2b sends the reply to 10.1.1.10 by 0.0.0.0/0 → igw-2, which does not lead back to the sender.",
      },
      { code: "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS", direction: "return", resourceId: "igw-2" },
    ]);
  });
});

it("needs a public address of the VPC whose internet gateway it is, not of the sender's own", () => {
  const network = together(
    openVpc(1, {
      routes: [{ ...EVERYWHERE, TransitGatewayId: "tgw-1" }],
      a: { eni: { Association: { PublicIp: "203.0.113.60" } } },
    }),
    openVpc(2, { routes: [{ ...EVERYWHERE, GatewayId: "igw-2" }] }),
    transitGateway({ attachments: { 1: {}, 2: {} }, routes: [staticRoute("0.0.0.0/0", 2)] }),
    IGW_2,
  );
  expect(ask(network, NO_REPLY)).toEqual(unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"));
});

it("does not lend a neighbour's public address to a sender of another VPC that has the same private one", () => {
  const network = together(
    openVpc(1, {
      vpc: { CidrBlock: "10.2.0.0/16", CidrBlockAssociationSet: [] },
      routes: [{ ...EVERYWHERE, TransitGatewayId: "tgw-1" }],
      a: { subnet: { CidrBlock: "10.2.1.0/24" }, eni: { PrivateIpAddress: "10.2.1.10" } },
    }),
    openVpc(2, {
      routes: [{ ...EVERYWHERE, GatewayId: "igw-2" }],
      a: { eni: { Association: { PublicIp: "203.0.113.60" } } },
    }),
    transitGateway({ attachments: { 1: {}, 2: {} }, routes: [staticRoute("0.0.0.0/0", 2)] }),
    IGW_2,
  );
  expect(ask(network, NO_REPLY)).toEqual(unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"));
});

it("does not take a neighbour with the sender's address for the sender", () => {
  const small = { CidrBlock: "10.1.1.0/28" };
  const network = together(
    openVpc(1, {
      vpc: {
        ...small,
        CidrBlockAssociationSet: [{ ...small, CidrBlockState: { State: "associated" } }],
      },
      a: { subnet: small },
      routes: [{ DestinationCidrBlock: "10.1.1.0/24", TransitGatewayId: "tgw-1" }],
    }),
    openVpc(2, {
      a: { subnet: { CidrBlock: "10.1.1.0/24" }, eni: { PrivateIpAddress: "10.1.1.200" } },
      b: { eni: { SubnetId: "subnet-2a", PrivateIpAddress: "10.1.1.10" } },
    }),
    transitGateway({
      attachments: { 1: {}, 2: {} },
      propagating: [],
      routes: [staticRoute("10.1.1.0/24", 2)],
    }),
  );
  const { traces } = answerOf(network, { destination: { networkInterfaceId: "eni-2a" } });
  expect(traces[0]?.explanations).toMatchObject([
    {
      code: "REPLY_GOES_ELSEWHERE",
      message: "Somebody else gets the reply to 10.1.1.10: two networks use the same addresses.",
    },
  ]);
});
