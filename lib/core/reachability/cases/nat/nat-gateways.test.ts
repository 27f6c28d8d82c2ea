import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, mixed, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { anEntry, openVpc, together } from "../open-vpc.test-builder";

const TO_NAT = { DestinationCidrBlock: "0.0.0.0/0", NatGatewayId: "nat-1" };
const TO_INTERNET = { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" };
const SOMEWHERE = { destination: { cidr: "8.8.8.8/32" } };
const ONE_ADDRESS = [{ PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" }];
const zonal = (overrides: object = {}) =>
  aNatGateway({ SubnetId: "subnet-1b", NatGatewayAddresses: ONE_ADDRESS, ...overrides });
const gateways = { InternetGateways: [anInternetGateway()] };
const behindNat = (overrides: object = {}, b: object = {}) =>
  together(openVpc(1, { routes: [TO_INTERNET], a: { routes: [TO_NAT] }, b }), gateways, {
    NatGateways: [zonal(overrides)],
  });

describe("the public address of a NAT gateway", () => {
  const asked = { source: { cidr: "8.8.4.4/32" }, destination: { cidr: "203.0.113.10/32" } };

  it.each([
    ["a zonal one accepts nothing", zonal(), unreachable("NAT_GATEWAY_ACCEPTS_NO_INBOUND")],
    [
      "a regional one accepts nothing",
      {
        NatGatewayId: "nat-1",
        VpcId: "vpc-1",
        RouteTableId: "rtb-1",
        State: "available" as const,
        ConnectivityType: "public" as const,
        AvailabilityMode: "regional" as const,
        NatGatewayAddresses: [{ PublicIp: "203.0.113.10", AvailabilityZone: "eu-west-1a" }],
      },
      unreachable("NAT_GATEWAY_ACCEPTS_NO_INBOUND"),
    ],
    ["a failed one is nobody's", zonal({ State: "failed" }), unknown("UNKNOWN_DESTINATION")],
    ["a deleted one is nobody's", zonal({ State: "deleted" }), unknown("UNKNOWN_DESTINATION")],
  ])("of %s", (_, gateway, answer) => {
    const network = together(openVpc(1, { routes: [TO_INTERNET] }), gateways, { NatGateways: [gateway] });
    expect(ask(network, asked)).toEqual(answer);
  });
});

describe("a NAT gateway of several addresses", () => {
  const NatGatewayAddresses = [
    { PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" },
    { PrivateIp: "10.1.2.21", PublicIp: "203.0.113.11" },
  ];
  const receiverLetsIn = (addresses: readonly string[], own: object[] = NatGatewayAddresses) =>
    together(
      behindNat({ NatGatewayAddresses: own }),
      openVpc(2, {
        routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-2" }],
        inbound: [
          {
            IpProtocol: "tcp",
            FromPort: 443,
            ToPort: 443,
            IpRanges: addresses.map((CidrIp) => ({ CidrIp })),
          },
        ],
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

  it.each([
    ["both", ["203.0.113.10/32", "203.0.113.11/32"], REACHABLE],
    ["one of them only", ["203.0.113.10/32"], mixed("ENI_SG_RULES_MISMATCH")],
    ["neither", ["203.0.113.12/32"], unreachable("ENI_SG_RULES_MISMATCH")],
  ])("takes them in turn, where the receiver lets in %s", (_, addresses, answer) => {
    expect(ask(receiverLetsIn(addresses), { destination: { cidr: "203.0.113.60/32" } })).toEqual(answer);
  });

  it("does not use an address that could not be had", () => {
    const [first, second] = NatGatewayAddresses;
    const addresses = [
      { ...first, Status: "succeeded" },
      { ...second, Status: "failed" },
    ];
    const network = receiverLetsIn(["203.0.113.10/32"], addresses);
    expect(ask(network, { destination: { cidr: "203.0.113.60/32" } })).toEqual(REACHABLE);
  });
});

describe("the ports that replies come back to", () => {
  const letsBack = (from: number, to: number) => [
    anEntry({ Egress: true }),
    anEntry({ Protocol: "6", PortRange: { From: from, To: to }, CidrBlock: "8.0.0.0/8" }),
    anEntry({ RuleNumber: 110, CidrBlock: "10.1.0.0/16" }),
  ];

  it("are the NAT gateway's own at its subnet, 1024 to 65535", () => {
    expect(ask(behindNat({}, { entries: letsBack(1024, 65535) }), SOMEWHERE)).toEqual(REACHABLE);
    const narrow = behindNat({}, { entries: letsBack(32768, 60999) });
    expect(ask(narrow, SOMEWHERE)).toEqual(mixed("SUBNET_ACL_RESTRICTION"));
    // The sender cannot choose the gateway's port.
    expect(ask(narrow, { ...SOMEWHERE, sourcePort: 40000 })).toEqual(mixed("SUBNET_ACL_RESTRICTION"));
  });

  it("are the NAT gateway's own too at who has a public address and answers it", () => {
    const receiver = (to: number) =>
      together(
        behindNat(),
        openVpc(2, {
          routes: [{ DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-2" }],
          a: {
            eni: { Association: { PublicIp: "203.0.113.60" } },
            entries: [
              anEntry({}),
              anEntry({ Egress: true, Protocol: "6", PortRange: { From: 1024, To: to } }),
            ],
          },
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
    const asked = { destination: { cidr: "203.0.113.60/32" }, sourcePort: 40000 };
    expect(ask(receiver(65535), asked)).toEqual(REACHABLE);
    expect(ask(receiver(50000), asked)).toEqual(mixed("SUBNET_ACL_RESTRICTION"));
  });

  it("are told where a network ACL lets back some of the sender's only", () => {
    const direct = together(
      openVpc(1, {
        routes: [TO_INTERNET],
        a: {
          eni: { Association: { PublicIp: "203.0.113.50" } },
          entries: letsBack(32768, 60999),
        },
      }),
      gateways,
    );
    const answer = answerOf(direct, SOMEWHERE);
    expect(ask(direct, SOMEWHERE)).toEqual(mixed("SUBNET_ACL_RESTRICTION"));
    const allowed = answer.traces.flatMap((trace) => trace.allowed ?? []);
    expect(allowed.filter(({ protocol }) => protocol === "tcp")).toEqual([
      { protocol: "tcp", ports: [{ from: 0, to: 65535 }], sourcePorts: [{ from: 32768, to: 60999 }] },
    ]);
    expect(ask(direct, { ...SOMEWHERE, sourcePort: { from: 32768, to: 60999 } })).toEqual(REACHABLE);
    expect(ask(direct, { ...SOMEWHERE, sourcePort: 1024 })).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  });
});
