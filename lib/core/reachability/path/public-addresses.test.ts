import { describe, expect, it } from "vitest";
import { anInternetGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, REACHABLE, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const gatewayOf = (n: number) =>
  anInternetGateway({
    InternetGatewayId: `igw-${n}`,
    Attachments: [{ VpcId: `vpc-${n}`, State: "attached" }],
  });
const toInternet = (n: number) => [
  { DestinationCidrBlock: "0.0.0.0/0", GatewayId: `igw-${n}` },
  { DestinationIpv6CidrBlock: "::/0", GatewayId: `igw-${n}` },
];
const isPublic = (PublicIp: string) => ({ eni: { Association: { PublicIp } } });

/** Two VPCs that only the internet joins. */
const apart = (second: Parameters<typeof openVpc>[1]) =>
  together(
    openVpc(1, { routes: toInternet(1), a: isPublic("203.0.113.50") }),
    openVpc(2, { routes: toInternet(2), a: isPublic("203.0.113.60"), ...second }),
    { InternetGateways: [gatewayOf(1), gatewayOf(2)] },
  );
const CLOSED = { inbound: [] };

describe("an address on the internet that somebody known has", () => {
  it.each([
    ["a public IPv4 address", "203.0.113.60/32"],
    ["an IPv6 address", "2600:1f18:200:1::10/128"],
    ["a block of IPv4 that holds it", "203.0.113.56/29"],
    ["a block of IPv6 that holds it", "2600:1f18:200:1::/120"],
  ])("is reached where its owner lets it in: %s", (_, cidr) => {
    expect(ask(apart({}), { destination: { cidr } })).toEqual(REACHABLE);
    expect(ask(apart(CLOSED), { destination: { cidr } })).toEqual(unreachable("SG_HAS_NO_RULES"));
  });

  it("says nothing of a block that does not hold it", () => {
    expect(ask(apart(CLOSED), { destination: { cidr: "203.0.113.64/29" } })).toEqual(REACHABLE);
  });
});

describe("an interface with several private addresses", () => {
  const several = (first: object, ...others: object[]) => {
    const PrivateIpAddresses = [
      { PrivateIpAddress: "10.1.1.10", Primary: true, ...first },
      ...others.map((own) => ({ Primary: false, ...own })),
    ];
    const { Association }: { Association?: { PublicIp: string } } = first;
    const eni = { PrivateIpAddresses, ...(Association && { Association }) };
    return together(openVpc(1, { routes: toInternet(1), a: { eni } }), { InternetGateways: [gatewayOf(1)] });
  };
  const PUBLIC = { Association: { PublicIp: "203.0.113.50" } };
  const OUT = { destination: { cidr: "8.8.8.8/32" } };
  const IN = { source: { cidr: "8.8.4.4/32" }, destination: { networkInterfaceId: "eni-1a" } };

  it("is on the internet with the one that has a public address, and by no other", () => {
    const second = { PrivateIpAddress: "10.1.1.11" };
    expect(ask(several(PUBLIC, second), OUT)).toEqual(REACHABLE);
    expect(ask(several(PUBLIC, second), IN)).toEqual(REACHABLE);
    expect(ask(several({}, { ...second, ...PUBLIC }), OUT)).toEqual(
      unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"),
    );
    expect(ask(several({}, second), IN).verdict).toBe("unreachable");
  });

  it("is met from the internet at the one that has a public address, whichever that is", () => {
    const network = several(
      {},
      { PrivateIpAddress: "10.1.1.11" },
      { PrivateIpAddress: "10.1.1.12", ...PUBLIC },
    );
    const witnessed = (asked: Parameters<typeof ask>[1]) =>
      answerOf(network, { ...asked, source: IN.source }).traces.map(({ verdict, witness }) => [
        verdict,
        witness?.destinationAddress,
      ]);
    expect(witnessed(IN)).toEqual([["reachable", "203.0.113.50"]]);
    expect(witnessed({ destination: { cidr: "203.0.113.50/32" } })).toEqual([["reachable", "203.0.113.50"]]);
    const attached = { ...network.NetworkInterfaces?.[0], Attachment: { InstanceId: "i-1", DeviceIndex: 0 } };
    const ofInstance = {
      ...network,
      NetworkInterfaces: [attached, ...(network.NetworkInterfaces ?? []).slice(1)],
      Reservations: [{ Instances: [{ InstanceId: "i-1", State: { Name: "running" as const } }] }],
    };
    expect(ask(ofInstance, { source: IN.source, destination: { instanceId: "i-1" } })).toEqual(REACHABLE);
    // From inside, and from a data centre, its first address is meant.
    const inside = answerOf(network, { ...IN, source: { networkInterfaceId: "eni-1b" } });
    expect(inside.traces[0]?.witness?.destinationAddress).toBe("10.1.1.10");
    const premises = answerOf(network, { ...IN, source: { cidr: "192.168.7.7/32" } });
    expect(premises.traces[0]?.witness?.destinationAddress).toBe("10.1.1.10");
  });

  it("is met at its first address, or over IPv6, where that is public", () => {
    const both = several(PUBLIC, {
      PrivateIpAddress: "10.1.1.11",
      Association: { PublicIp: "203.0.113.51" },
    });
    expect(answerOf(both, IN).traces[0]?.witness?.destinationAddress).toBe("203.0.113.50");
    const asked = { ...IN, source: { cidr: "2a00:1450::5/128" } };
    expect(answerOf(both, asked).traces[0]?.witness?.destinationAddress).toBe("2600:1f18:100:1::10");
  });

  it("that sends from its first says which of its others has the public address", () => {
    const [trace] = answerOf(several({}, { PrivateIpAddress: "10.1.1.11", ...PUBLIC }), OUT).traces;
    expect(trace?.explanations[0]?.message).toContain("10.1.1.11 of eni-1a has 203.0.113.50");
  });

  it.each(["10.1.1.5", "10.1.1.11"])("sends from the one that is named: %s", (PrivateIpAddress) => {
    const source = { cidr: `${PrivateIpAddress}/32` };
    expect(ask(several({}, { PrivateIpAddress, ...PUBLIC }), { ...OUT, source })).toEqual(REACHABLE);
    expect(ask(several(PUBLIC, { PrivateIpAddress }), { ...OUT, source })).toEqual(
      unreachable("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"),
    );
  });
});
