import { describe, expect, it } from "vitest";
import { anInternetGateway, aNatGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, REACHABLE, unreachable } from "../ask-codes.test-builder";
import { peeringOf, staticRoute, transitGateway } from "../joined-vpcs.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const NOT_FORWARDED = unreachable("NO_ROUTE_TO_DESTINATION");
const everything = (target: object) => [
  { DestinationCidrBlock: "0.0.0.0/0", ...target },
  { DestinationIpv6CidrBlock: "::/0", ...target },
];
const gateways = {
  InternetGateways: [anInternetGateway()],
  EgressOnlyInternetGateways: [
    { EgressOnlyInternetGatewayId: "eigw-1", Attachments: [{ VpcId: "vpc-1", State: "attached" as const }] },
  ],
  NatGateways: [
    aNatGateway({
      SubnetId: "subnet-1b",
      NatGatewayAddresses: [{ PrivateIp: "10.1.2.20", PublicIp: "203.0.113.10" }],
    }),
  ],
};
/** Everything out of the subnet of `eni-1a` goes to the target. */
const by = (target: object) =>
  together(
    openVpc(1, {
      routes: everything({ GatewayId: "igw-1" }),
      a: { routes: everything(target), eni: { Association: { PublicIp: "203.0.113.50" } } },
    }),
    openVpc(2, { routes: everything({ TransitGatewayId: "tgw-1" }) }),
    peeringOf(),
    transitGateway({ attachments: { 1: {}, 2: {} }, routes: [staticRoute("0.0.0.0/0", 2)] }),
    gateways,
  );

const IPV4 = ["127.0.0.1", "0.0.0.7", "224.0.0.5", "239.255.255.250", "240.1.2.3", "255.255.255.255"];
const IPV6 = ["::1", "::", "ff02::1", "::ffff:8.8.8.8", "fe80::1"];

describe.each([
  ["an internet gateway", { GatewayId: "igw-1" }],
  ["a NAT gateway", { NatGatewayId: "nat-1" }],
  ["an egress-only internet gateway", { EgressOnlyInternetGatewayId: "eigw-1" }],
  ["a transit gateway", { TransitGatewayId: "tgw-1" }],
  ["a peering connection", { VpcPeeringConnectionId: "pcx-1" }],
])("by %s goes nothing", (_, target) => {
  it.each(IPV4)("to %s", (address) => {
    expect(ask(by(target), { destination: { cidr: `${address}/32` } })).toEqual(NOT_FORWARDED);
  });

  it.each(IPV6)("to %s", (address) => {
    expect(ask(by(target), { destination: { cidr: `${address}/128` } })).toEqual(NOT_FORWARDED);
  });
});

describe("addresses of no host", () => {
  const open = by({ GatewayId: "igw-1" });

  it("make a block that holds some of them unreachable, and the answer names them", () => {
    expect(ask(open, { destination: { cidr: "128.0.0.0/8" } })).toEqual(REACHABLE);
    const asked = { destination: { cidr: "126.0.0.0/7" } };
    expect(ask(open, asked)).toEqual(NOT_FORWARDED);
    const [trace] = answerOf(open, asked).traces;
    expect(trace?.explanations[0]?.message).toBe(
      "127.0.0.0/8 is the address of no host (loopback, multicast, broadcast or reserved): no route forwards it.",
    );
    expect(trace?.witness?.destinationAddress).toBe("127.0.0.0");
  });

  it("are no part of the internet at large", () => {
    expect(ask(open, { destination: { internet: true } })).toEqual(REACHABLE);
  });

  const NO_WAY_BACK = unreachable("NO_POSSIBLE_DESTINATION", "NO_ROUTE_TO_DESTINATION");
  const NOBODY = unreachable("NO_POSSIBLE_DESTINATION");

  it.each([...IPV4.map((one) => `${one}/32`), ...IPV6.map((one) => `${one}/128`), "127.0.0.0/8"])(
    "send nothing from outside: %s",
    (cidr) => {
      const source = { cidr };
      expect(ask(open, { source, destination: { networkInterfaceId: "eni-1a" } })).toEqual(NO_WAY_BACK);
      const own = cidr.includes(":") ? "2600:1f18:100:1::10/128" : "203.0.113.50/32";
      expect(ask(open, { source, destination: { cidr: own } }).codes).toContain("NO_POSSIBLE_DESTINATION");
    },
  );

  it("make a block of senders, or one asked for from outside, unreachable, and the answer names them", () => {
    const block = { source: { cidr: "::/64" }, destination: { networkInterfaceId: "eni-1a" } };
    expect(ask(open, block).verdict).toBe("unreachable");
    const [trace] = answerOf(open, block).traces;
    expect(trace?.explanations[0]?.message).toContain("::/127");
    expect(ask(open, { source: { cidr: "8.8.4.4/32" }, destination: { cidr: "126.0.0.0/7" } })).toEqual(
      NOBODY,
    );
    // Anybody on the internet is none of them.
    expect(ask(open, { ...block, source: { cidr: "0.0.0.0/0" } })).toEqual(REACHABLE);
  });

  it("are reached by nobody from outside", () => {
    const source = { cidr: "8.8.4.4/32" };
    expect(ask(open, { source, destination: { cidr: "127.0.0.1/32" } })).toEqual(NOBODY);
    expect(ask(open, { source, destination: { cidr: "169.254.1.1/32" } })).toEqual(NOBODY);
  });
});
