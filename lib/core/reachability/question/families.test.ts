import { describe, expect, it } from "vitest";
import { anEgressOnlyInternetGateway } from "@/lib/testing/builders/gateways";
import { answerOf, ask, mixed, REACHABLE, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const onlyIpv6 = {
  PrivateIpAddress: undefined,
  Ipv6Addresses: [{ Ipv6Address: "2600:1f18:100:2::20" }, {}],
};
const onlyIpv4 = { Ipv6Addresses: [] };

describe("a question is asked by IPv6", () => {
  it("where the interface or instance asked for has nothing else", () => {
    const Attachment = { InstanceId: "i-b", DeviceIndex: 0, Status: "attached" as const };
    const network = together(openVpc(1, { b: { eni: { ...onlyIpv6, Attachment } } }), {
      Reservations: [
        { ReservationId: "r-b", Instances: [{ InstanceId: "i-b", State: { Name: "running" } }] },
      ],
    });
    for (const destination of [{ networkInterfaceId: "eni-1b" }, { instanceId: "i-b" }]) {
      expect(ask(network, { destination })).toEqual(REACHABLE);
      const [trace] = answerOf(network, { destination }).traces;
      expect(trace?.witness?.destinationAddress).toBe("2600:1f18:100:2::20");
    }
  });

  it("where its protocol is ICMPv6, and an interface that has none of it is nowhere", () => {
    const asked = { destination: { networkInterfaceId: "eni-1b" }, protocol: "icmpv6" } as const;
    expect(ask(openVpc(1), asked)).toEqual(REACHABLE);
    expect(ask(openVpc(1, { b: { eni: onlyIpv4 } }), asked)).toEqual(unreachable("UNASSOCIATED_COMPONENT"));
    expect(ask(openVpc(1, { a: { eni: onlyIpv4 } }), asked)).toEqual(unreachable("UNASSOCIATED_COMPONENT"));
  });
});

describe("the internet", () => {
  const network = together(
    openVpc(1, { routes: [{ DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1" }] }),
    { EgressOnlyInternetGateways: [anEgressOnlyInternetGateway()] },
  );

  it.each([
    ["0.0.0.0/0", unreachable("NO_ROUTE_TO_DESTINATION")],
    ["::/0", REACHABLE],
  ])("is what %s means", (cidr, answer) => {
    expect(ask(network, { destination: { cidr } })).toEqual(answer);
  });

  it("is asked for by IPv6 where the protocol is ICMPv6", () => {
    const asked = { destination: { internet: true }, protocol: "icmpv6" } as const;
    expect(ask(network, asked)).toEqual(REACHABLE);
    expect(ask(network, { destination: { internet: true } })).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
  });

  it.each([
    ["3000::/4", "divides", unreachable("SUBNET_ACL_RESTRICTION")],
    ["2600::/24", "says nothing of", REACHABLE],
  ])("is divided by coarse IPv6 prefixes only: %s %s it", (Ipv6CidrBlock, _, answer) => {
    const entry = {
      RuleNumber: 90,
      Egress: true,
      Protocol: "-1",
      RuleAction: "deny" as const,
      Ipv6CidrBlock,
    };
    const open = [true, false].map((Egress) => ({
      RuleNumber: 100,
      Egress,
      Protocol: "-1",
      RuleAction: "allow" as const,
      Ipv6CidrBlock: "::/0",
    }));
    const filtered = together(
      openVpc(1, {
        routes: [{ DestinationIpv6CidrBlock: "::/0", EgressOnlyInternetGatewayId: "eigw-1" }],
        a: { entries: [entry, ...open] },
      }),
      { EgressOnlyInternetGateways: [anEgressOnlyInternetGateway()] },
    );
    expect(ask(filtered, { destination: { cidr: "::/0" } })).toEqual(answer);
  });
});

describe("all protocols", () => {
  it("are those of the family asked about: ICMPv6 is none of IPv4's, nor ICMP one of IPv6's", () => {
    const without = (IpProtocol: string) => [
      ...["tcp", "udp"].map((one) => ({
        IpProtocol: one,
        IpRanges: [{ CidrIp: "0.0.0.0/0" }],
        Ipv6Ranges: [{ CidrIpv6: "::/0" }],
      })),
      { IpProtocol, IpRanges: [{ CidrIp: "0.0.0.0/0" }], Ipv6Ranges: [{ CidrIpv6: "::/0" }] },
    ];
    const allowed = (cidr: string, icmp: string) =>
      answerOf(openVpc(1, { inbound: without(icmp) }), {
        destination: { cidr },
        protocol: "all",
      }).traces.flatMap((trace) => (trace.allowed ?? []).map(({ protocol }) => protocol));
    expect(allowed("10.1.2.10/32", "-1")).toContain("icmp");
    expect(allowed("10.1.2.10/32", "-1")).not.toContain("icmpv6");
    expect(allowed("2600:1f18:100:2::10/128", "-1")).toContain("icmpv6");
    expect(allowed("2600:1f18:100:2::10/128", "-1")).not.toContain("icmp");
    const asked = { destination: { cidr: "2600:1f18:100:2::10/128" }, protocol: "all" } as const;
    expect(ask(openVpc(1), asked)).toEqual(REACHABLE);
    expect(ask(openVpc(1, { inbound: without("icmpv6") }), asked)).toEqual(mixed("ENI_SG_RULES_MISMATCH"));
  });
});

describe("what gets through of ICMP", () => {
  it.each([
    [3, -1, [{ type: 3, code: null }]],
    [3, 4, [{ type: 3, code: 4 }]],
    [-1, -1, undefined],
  ])("is told by type and code: %i, %i", (FromPort, ToPort, icmpTypes) => {
    const icmp = { IpProtocol: "icmp", FromPort, ToPort, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
    const destination = { networkInterfaceId: "eni-1b" };
    const { traces } = answerOf(openVpc(1, { inbound: [icmp] }), { destination, protocol: "all" });
    expect(traces.flatMap(({ allowed = [] }) => allowed)).toEqual([
      { protocol: "icmp", ...(icmpTypes && { icmpTypes }) },
    ]);
  });
});
