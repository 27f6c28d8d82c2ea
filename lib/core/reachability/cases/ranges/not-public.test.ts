import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const everything = (target: object) => [
  { DestinationCidrBlock: "0.0.0.0/0", GatewayId: "igw-1" },
  { DestinationIpv6CidrBlock: "::/0", ...target },
];
const gateways = {
  InternetGateways: [anInternetGateway()],
  EgressOnlyInternetGateways: [
    { EgressOnlyInternetGatewayId: "eigw-1", Attachments: [{ VpcId: "vpc-1", State: "attached" as const }] },
  ],
};
const PUBLIC = { Association: { PublicIp: "203.0.113.50" } };
const by = (target: object, eni: object = {}) =>
  together(openVpc(1, { routes: everything(target), a: { eni: { ...PUBLIC, ...eni } } }), gateways);
const OUT6 = { destination: { cidr: "2a00:1450::8/128" } };

describe.each([
  ["an internet gateway", { GatewayId: "igw-1" }],
  ["an egress-only internet gateway", { EgressOnlyInternetGatewayId: "eigw-1" }],
])("IPv6 by %s", (_, target) => {
  it("goes to no unique local address", () => {
    expect(ask(by(target), OUT6)).toEqual(REACHABLE);
    expect(ask(by(target), { destination: { cidr: "fd12::9/128" } })).toEqual(
      unreachable("IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS"),
    );
  });

  it("goes to no IPv4 address within IPv6, which only a NAT gateway translates", () => {
    const asked = { destination: { cidr: "64:ff9b::808:808/128" } };
    expect(ask(by(target), asked)).toEqual(unreachable("NO_POSSIBLE_DESTINATION"));
    expect(answerOf(by(target), asked).traces[0]?.explanations[0]?.message).toContain("only a NAT gateway");
    const natGateway = together(by({ NatGatewayId: "nat-1" }), {
      NatGateways: [aNatGateway({ SubnetId: "subnet-1b" })],
    });
    expect(ask(natGateway, asked).verdict).toBe("unknown");
  });

  it("comes from no unique local address, in neither direction", () => {
    const local = by(target, { Ipv6Addresses: [{ Ipv6Address: "fd12:1::10" }] });
    expect(ask(local, OUT6)).toEqual(unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"));
    const source = { cidr: "2a00:1450::5/128" };
    expect(ask(local, { source, destination: { networkInterfaceId: "eni-1a" } }).codes).toContain(
      "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS",
    );
    expect(ask(local, { source, destination: { cidr: "fd12:1::10/128" } })).toEqual(
      unreachable("NO_POSSIBLE_DESTINATION"),
    );
  });

  it("of a delegated prefix of unique local addresses neither", () => {
    const own = {
      Ipv6Addresses: [],
      Ipv6Prefixes: [{ Ipv6Prefix: "fd12:1::/80" }, { Ipv6Prefix: "2600::/80" }],
    };
    expect(ask(by(target, own), OUT6).codes).toContain("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
  });
});

describe("from a data centre", () => {
  const toPremises = [
    { DestinationCidrBlock: "192.168.0.0/16", GatewayId: "vgw-1" },
    { DestinationIpv6CidrBlock: "fd12::/16", GatewayId: "vgw-1" },
  ];
  const premises = (eni: object, more: object = {}) =>
    together(openVpc(1, { routes: toPremises, a: { eni }, ...more }), {
      VpnGateways: [
        { VpnGatewayId: "vgw-1", VpcAttachments: [{ VpcId: "vpc-1", State: "attached" as const }] },
      ],
    });
  const JOINED = unknown("NOT_EVALUATED_ON_PREMISES");
  const IPV4 = { source: { cidr: "192.168.7.7/32" } };
  const shared = {
    vpc: {
      CidrBlockAssociationSet: ["10.1.0.0/16", "100.64.1.0/24", "198.51.100.0/24"].map((CidrBlock) => ({
        CidrBlock,
        CidrBlockState: { State: "associated" as const },
      })),
    },
  };
  const SHARED = { PrivateIpAddress: "100.64.1.10" };

  it("a unique local sender is no sender on the internet", () => {
    const asked = { source: { cidr: "fd12::7/128" }, destination: { networkInterfaceId: "eni-1a" } };
    expect(ask(premises({}), asked)).toEqual(JOINED);
    expect(ask(premises({}), { ...asked, destination: { cidr: "2600:1f18:100:1::10/128" } })).toEqual(JOINED);
    expect(ask(premises({}, { inbound: [] }), asked).verdict).toBe("unreachable");
  });

  it("shared addresses of a VPC are met, and from the internet they are not", () => {
    const network = premises(SHARED, {
      ...shared,
      a: { eni: SHARED, subnet: { CidrBlock: "100.64.1.0/24" } },
    });
    const destination = { cidr: "100.64.1.10/32" };
    expect(ask(network, { ...IPV4, destination })).toEqual(JOINED);
    expect(ask(network, { source: { cidr: "8.8.4.4/32" }, destination })).toEqual(
      unreachable("NO_POSSIBLE_DESTINATION"),
    );
  });

  it("a VPC's range that is somebody else's on the internet is the VPC's", () => {
    const eni = { PrivateIpAddress: "198.51.100.10" };
    const network = premises(eni, { ...shared, a: { eni, subnet: { CidrBlock: "198.51.100.0/24" } } });
    const destination = { cidr: "198.51.100.10/32" };
    expect(ask(network, { ...IPV4, destination })).toEqual(JOINED);
    // From the internet it is not known who that is.
    expect(ask(network, { source: { cidr: "8.8.4.4/32" }, destination })).toEqual(
      unknown("UNKNOWN_DESTINATION"),
    );
  });
});

describe("an Elastic IP address", () => {
  const withAddress = (own: object) =>
    together(by({ GatewayId: "igw-1" }), {
      Addresses: [
        { AllocationId: "eipalloc-1", PublicIp: "203.0.113.77", ...own },
        { AllocationId: "eipalloc-2" },
      ],
    });
  const NOWHERE = unreachable("NO_POSSIBLE_DESTINATION");
  const destination = { cidr: "203.0.113.77/32" };

  it("that is associated with nothing leads nowhere, from inside and from outside", () => {
    expect(ask(withAddress({}), { destination })).toEqual(NOWHERE);
    expect(ask(withAddress({}), { destination: { cidr: "203.0.113.76/30" } })).toEqual(NOWHERE);
    expect(ask(withAddress({}), { destination, source: { cidr: "8.8.4.4/32" } })).toEqual(NOWHERE);
    const [trace] = answerOf(withAddress({}), { destination }).traces;
    expect(trace?.explanations[0]?.message).toBe(
      "203.0.113.77 is an Elastic IP address that is associated with nothing.",
    );
  });

  it.each([{ AssociationId: "eipassoc-1" }, { InstanceId: "i-1" }, { NetworkInterfaceId: "eni-gone" }])(
    "may be somebody's who was not read: %j",
    (own) => {
      expect(ask(withAddress(own), { destination })).toEqual(REACHABLE);
      expect(ask(withAddress(own), { destination, source: { cidr: "8.8.4.4/32" } })).toEqual(
        unknown("UNKNOWN_DESTINATION"),
      );
    },
  );
});
