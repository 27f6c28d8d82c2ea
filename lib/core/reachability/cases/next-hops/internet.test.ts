import { describe, expect, it } from "vitest";
import { anEgressOnlyInternetGateway, anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { ACCOUNT_ID, REGION } from "@/lib/testing/builders/snapshot";
import { aLambdaInterface } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { routesTo, staticRoute, transitGateway } from "../joined-vpcs.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
const TO_INTERNET6 = { DestinationIpv6CidrBlock: "::/0", GatewayId: "igw-1" };
const TO_EGRESS_ONLY = { DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1" };
const gateways = {
  InternetGateways: [anInternetGateway()],
  EgressOnlyInternetGateways: [anEgressOnlyInternetGateway()],
};
const SOMEWHERE = { cidr: "8.8.8.8/32" };
const SOMEWHERE6 = { cidr: "2001:4860:4860::8888/128" };
const IN_PUBLIC = { eni: { Association: { PublicIp: "203.0.113.50" } } };
const EVERY_WAY = together(
  openVpc(1, {
    routes: [TO_INTERNET, TO_EGRESS_ONLY],
    a: IN_PUBLIC,
    b: { routes: [{ DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" }, TO_INTERNET6] },
  }),
  gateways,
  {
    NatGateways: [
      aNatGateway({
        SubnetId: "subnet-1a",
        NatGatewayAddresses: [{ PrivateIp: "10.1.1.20", PublicIp: "203.0.113.10" }],
      }),
    ],
  },
);

const ways = {
  in: { source: SOMEWHERE, destination: { networkInterfaceId: "eni-1a" } },
  out: { destination: SOMEWHERE },
  "out by NAT": { source: { networkInterfaceId: "eni-1b" }, destination: SOMEWHERE },
  "out by an egress-only gateway": { destination: SOMEWHERE6 },
} as const;
const everyWay = ["in", "out", "out by NAT", "out by an egress-only gateway"] as const;

describe("Block Public Access", () => {
  it.each([
    ["off", null, everyWay],
    ["block-ingress", null, ["out by NAT", "out by an egress-only gateway"]],
    ["block-bidirectional", null, []],
    ["block-bidirectional", "allow-egress", ["out", "out by NAT", "out by an egress-only gateway"]],
    ["block-ingress", "allow-bidirectional", everyWay],
    ["block-bidirectional", "allow-bidirectional", everyWay],
  ] as const)("in mode %s with the exclusion %s lets through: %s", (mode, exclusion, passing) => {
    const network = together(EVERY_WAY, {
      VpcBlockPublicAccessOptions: [
        { AwsAccountId: ACCOUNT_ID, AwsRegion: REGION, InternetGatewayBlockMode: mode },
      ],
      VpcBlockPublicAccessExclusions:
        exclusion === null
          ? []
          : [
              {
                ExclusionId: "vpcbpa-exclude-1",
                InternetGatewayExclusionMode: exclusion,
                ResourceArn: `arn:aws:ec2:${REGION}:${ACCOUNT_ID}:vpc/vpc-1`,
                State: "create-complete",
              },
            ],
    });
    for (const way of everyWay) {
      const isPassing = passing.some((one) => one === way);
      expect({ way, ...ask(network, ways[way]) }).toEqual({
        way,
        ...(isPassing ? REACHABLE : unreachable("VPC_BLOCK_PUBLIC_ACCESS_ENABLED")),
      });
    }
  });
});

describe("an exclusion from Block Public Access", () => {
  const blocked = {
    VpcBlockPublicAccessOptions: [
      {
        AwsAccountId: ACCOUNT_ID,
        AwsRegion: REGION,
        InternetGatewayBlockMode: "block-bidirectional" as const,
      },
    ],
  };
  const exclusion = (of: string, own: object = {}) => ({
    ExclusionId: `vpcbpa-exclude-${of}`,
    InternetGatewayExclusionMode: "allow-bidirectional" as const,
    ResourceArn: `arn:aws:ec2:${REGION}:${ACCOUNT_ID}:${of}`,
    State: "create-complete" as const,
    ...own,
  });
  const excluding = (...VpcBlockPublicAccessExclusions: object[]) =>
    ask(together(EVERY_WAY, blocked, { VpcBlockPublicAccessExclusions }), ways.out);
  const BLOCKED = unreachable("VPC_BLOCK_PUBLIC_ACCESS_ENABLED");

  it.each([
    ["create-complete", REACHABLE],
    ["update-complete", REACHABLE],
    [undefined, REACHABLE],
    ["create-in-progress", BLOCKED],
    ["create-failed", BLOCKED],
    ["delete-complete", BLOCKED],
    ["disable-complete", BLOCKED],
  ])("is in force by its state: %s", (State, answer) => {
    expect(excluding(exclusion("vpc/vpc-1", { State }))).toEqual(answer);
  });

  it("is for a VPC or a subnet, and not for others", () => {
    expect(excluding(exclusion("subnet/subnet-1a"))).toEqual(REACHABLE);
    expect(excluding(exclusion("subnet/subnet-1b"))).toEqual(BLOCKED);
    expect(excluding(exclusion("vpc/vpc-2"))).toEqual(BLOCKED);
    expect(excluding(exclusion("vpc/vpc-1", { ResourceArn: undefined }))).toEqual(BLOCKED);
    expect(excluding(exclusion("vpc/vpc-1", { InternetGatewayExclusionMode: undefined }))).toEqual(BLOCKED);
  });

  it("may hold where the exclusions were not read, or where only the VPC's owner sees them", () => {
    const unread = ["DescribeVpcBlockPublicAccessExclusions"] as const;
    const network = together(EVERY_WAY, blocked);
    for (const way of everyWay)
      expect(ask(network, ways[way], unread)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    const [trace] = answerOf(network, ways.out, unread).traces;
    const [told] = trace?.notEvaluated ?? [];
    expect(told?.message).toContain("DescribeVpcBlockPublicAccessExclusions was not read");
    expect(told?.resourceId).toBe("vpc-1");
  });

  it("that is wider counts where the VPC and the subnet have one each", () => {
    const outwards = { InternetGatewayExclusionMode: "allow-egress" as const };
    const both = [exclusion("vpc/vpc-1"), exclusion("subnet/subnet-1a", outwards)];
    for (const VpcBlockPublicAccessExclusions of [both, [...both].reverse()]) {
      const network = together(EVERY_WAY, blocked, { VpcBlockPublicAccessExclusions });
      expect(ask(network, ways.in)).toEqual(REACHABLE);
    }
  });
});

describe("an internet gateway's attachment", () => {
  const attached = (Attachments: object[] | undefined) =>
    together(openVpc(1, { routes: [TO_INTERNET], a: IN_PUBLIC }), {
      InternetGateways: [anInternetGateway({ Attachments })],
    });
  const DETACHED = unreachable("BAD_STATE_ATTACHMENT");

  it.each([
    // The wire's word, the SDK's, and none.
    [[{ VpcId: "vpc-1", State: "available" }], REACHABLE],
    [[{ VpcId: "vpc-1", State: "attached" }], REACHABLE],
    [[{ VpcId: "vpc-1" }], REACHABLE],
    [[{ VpcId: "vpc-1", State: "detaching" }], DETACHED],
    [[{ VpcId: "vpc-2", State: "available" }], DETACHED],
    [[], DETACHED],
    // Null stands for an empty list, and is gone after the import.
    [undefined, DETACHED],
  ])("%j decides whether it carries anything", (attachments, answer) => {
    expect(ask(attached(attachments), ways.out)).toEqual(answer);
  });
});

describe("what an internet gateway carries", () => {
  it("does not go to private or shared addresses", () => {
    expect(ask(EVERY_WAY, { destination: { cidr: "192.168.7.7/32" } })).toEqual(
      unreachable("IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"),
    );
    expect(ask(EVERY_WAY, { destination: { cidr: "100.64.7.7/32" } })).toEqual(
      unreachable("IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS"),
    );
  });

  it("has a public address of its own VPC: nothing from another VPC passes without a NAT gateway", () => {
    const toAll = { DestinationCidrBlock: "0.0.0.0/0", TransitGatewayId: "tgw-1" };
    const network = together(
      openVpc(2, { routes: [toAll] }),
      openVpc(1, { routes: [TO_INTERNET, ...routesTo(2, { TransitGatewayId: "tgw-1" })], a: IN_PUBLIC }),
      transitGateway({
        attachments: { 1: {}, 2: {} },
        routes: [staticRoute("0.0.0.0/0", 1)],
      }),
      gateways,
    );
    const source = { networkInterfaceId: "eni-2a" };
    // Neither does a reply find its private address there.
    expect(ask(network, { source, destination: SOMEWHERE })).toEqual(
      unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", "NO_POSSIBLE_DESTINATION"),
    );
  });

  it("of a function is nothing, but where somebody gave its interface a public address by hand", () => {
    const lambda = aLambdaInterface();
    const own = { InterfaceType: lambda.InterfaceType, Description: lambda.Description };
    const network = (eni: object) => together(openVpc(1, { routes: [TO_INTERNET], a: { eni } }), gateways);
    expect(ask(network(own), ways.out)).toEqual(unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"));
    const fragile = network({ ...own, ...IN_PUBLIC.eni });
    expect(ask(fragile, ways.out)).toEqual(REACHABLE);
    const notes = answerOf(fragile, ways.out).traces.flatMap(({ notEvaluated }) => notEvaluated);
    expect(notes.map(({ code }) => code)).toContain("LAMBDA_ENI_PUBLIC_IP_IS_FRAGILE");
  });
});

describe("IPv6 on the internet", () => {
  it("is all that an egress-only gateway carries", () => {
    const toEgressOnly = { DestinationCidrBlock: "0.0.0.0/0", EgressOnlyInternetGatewayId: "eigw-1" };
    const network = together(openVpc(1, { routes: [toEgressOnly], a: IN_PUBLIC }), gateways);
    expect(ask(network, ways.out)).toEqual(unreachable("PROTOCOL_RESTRICTION"));
  });

  const inwards = { source: SOMEWHERE6, destination: { cidr: "2600:1f18:100:1::10/128" } };

  it("goes out by an egress-only gateway, and nothing that comes from there is answered by it", () => {
    const network = together(openVpc(1, { routes: [TO_EGRESS_ONLY] }), gateways);
    expect(ask(network, { destination: SOMEWHERE6 })).toEqual(REACHABLE);
    expect(ask(network, inwards)).toEqual(unreachable("REPLY_GOES_ELSEWHERE"));
  });

  it("comes in by an internet gateway to an interface's own address, without any public IPv4 address", () => {
    expect(ask(together(openVpc(1, { routes: [TO_INTERNET6] }), gateways), inwards)).toEqual(REACHABLE);
    expect(ask(openVpc(1), inwards)).toEqual(unreachable("DISCONNECTED_VPCS"));
    // A route that is no blackhole says that the gateway stands.
    expect(ask(openVpc(1, { routes: [TO_INTERNET6] }), inwards)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    const blackhole = { ...TO_INTERNET6, State: "blackhole" as const };
    expect(ask(openVpc(1, { routes: [blackhole] }), inwards)).toEqual(unreachable("DISCONNECTED_VPCS"));
  });

  it("of another VPC is answered by a peering connection, since no address is rewritten", () => {
    const network = together(
      openVpc(1, { routes: [TO_INTERNET6] }),
      openVpc(2, {
        routes: [{ DestinationIpv6CidrBlock: "2600:1f18:100::/56", VpcPeeringConnectionId: "pcx-1" }],
      }),
      {
        InternetGateways: [
          anInternetGateway(),
          anInternetGateway({
            InternetGatewayId: "igw-2",
            Attachments: [{ VpcId: "vpc-2", State: "attached" }],
          }),
        ],
        VpcPeeringConnections: [
          {
            VpcPeeringConnectionId: "pcx-1",
            Status: { Code: "active" },
            RequesterVpcInfo: { VpcId: "vpc-1" },
            AccepterVpcInfo: { VpcId: "vpc-2" },
          },
        ],
      },
    );
    expect(ask(network, { destination: { cidr: "2600:1f18:200:1::10/128" } })).toEqual(REACHABLE);
  });
});

describe("a private address", () => {
  const from = { source: { cidr: "192.168.7.7/32" } };

  it("never comes in by an internet gateway, and no reply leaves by it", () => {
    expect(ask(EVERY_WAY, { ...from, destination: { cidr: "203.0.113.50/32" } })).toEqual(
      unreachable(
        "IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS",
        "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS",
      ),
    );
  });

  it("that no route leads back to gets no reply", () => {
    const answer = ask(openVpc(1), { ...from, destination: { networkInterfaceId: "eni-1a" } });
    expect(answer).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
  });
});
