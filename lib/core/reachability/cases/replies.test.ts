import { describe, expect, it } from "vitest";
import type { Flow } from "../flow";
import { answerOf, ask, mixed, REACHABLE, unknown, unreachable } from "./ask-codes.test-builder";
import { anEntry, openVpc } from "./open-vpc.test-builder";

type Entry = Parameters<typeof anEntry>[0];
const TO_B = { destination: { networkInterfaceId: "eni-1b" } };
const V6_TO_B = { destination: { cidr: "2600:1f18:100:2::10/128" } };
const out = anEntry({ Egress: true });
const out6 = { ...anEntry({ Egress: true, RuleNumber: 101 }), CidrBlock: undefined, Ipv6CidrBlock: "::/0" };

/** Only these come into the sender's subnet: so they decide which replies do. */
const sendersAclLetsIn = (...entries: Entry[]) => openVpc(1, { a: { entries: [out, out6, ...entries] } });

describe("the reply to an ICMP request has a type of its own", () => {
  const only = (type: number) => anEntry({ Protocol: "1", IcmpTypeCode: { Type: type, Code: -1 } });
  const only6 = (type: number) => ({
    ...anEntry({ Protocol: "58", IcmpTypeCode: { Type: type, Code: -1 } }),
    CidrBlock: undefined,
    Ipv6CidrBlock: "::/0",
  });

  it.each([
    ["echo", 8, 0],
    ["timestamp", 13, 14],
    ["information", 15, 16],
    ["address mask", 17, 18],
  ])("%s: request %i, reply %i", (_, request, reply) => {
    const asked = { ...TO_B, protocol: "icmp" as const, icmp: { type: request, code: 0 } };
    expect(ask(sendersAclLetsIn(only(reply)), asked)).toEqual(REACHABLE);
    expect(ask(sendersAclLetsIn(only(request)), asked)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  });

  it("echo of IPv6: request 128, reply 129", () => {
    const asked = { ...V6_TO_B, protocol: "icmpv6" as const };
    expect(ask(sendersAclLetsIn(only6(129)), asked)).toEqual(REACHABLE);
    expect(ask(sendersAclLetsIn(only6(128)), asked)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  });

  it("of code 0 only", () => {
    const asked = { ...TO_B, protocol: "icmp" as const };
    const code = (Code: number) => anEntry({ Protocol: "1", IcmpTypeCode: { Type: 0, Code } });
    expect(ask(sendersAclLetsIn(code(0)), asked)).toEqual(REACHABLE);
    expect(ask(sendersAclLetsIn(code(1)), asked)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  });

  it("and what is no request needs none", () => {
    const unreachableMessage = { ...TO_B, protocol: "icmp" as const, icmp: { type: 3, code: 4 } };
    expect(ask(sendersAclLetsIn(), unreachableMessage)).toEqual(REACHABLE);
  });

  it("without which, of all that passes, the requests fail and the rest does not", () => {
    const asked = { ...TO_B, protocol: "all" as const, source: { networkInterfaceId: "eni-1a" } };
    const open = [anEntry({ Protocol: "6" }), anEntry({ RuleNumber: 101, Protocol: "17" })];
    const [trace] = answerOf(
      sendersAclLetsIn(
        ...open,
        anEntry({ RuleNumber: 102, Protocol: "1", IcmpTypeCode: { Type: 14, Code: -1 } }),
      ),
      asked,
    ).traces;
    const types = trace?.allowed
      ?.find(({ protocol }) => protocol === "icmp")
      ?.icmpTypes?.map(({ type }) => type);
    for (const failing of [8, 15, 17]) expect(types).not.toContain(failing);
    for (const passing of [0, 3, 13, 14, 255]) expect(types).toContain(passing);
  });
});

describe("replies of TCP and UDP are judged apart", () => {
  const tcpOnly = sendersAclLetsIn(anEntry({ Protocol: "6" }));
  const on = (protocol: Flow["protocol"]) => ({ ...TO_B, protocol });

  it("each by its own protocol's rules", () => {
    expect(ask(tcpOnly, { ...on("tcp"), port: 443 })).toEqual(REACHABLE);
    expect(ask(tcpOnly, { ...on("udp"), port: 53 })).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  });

  it("with ports for some senders' ports only", () => {
    const half = (Protocol: string) =>
      sendersAclLetsIn(anEntry({ Protocol, PortRange: { From: 32768, To: 65535 } }));
    expect(ask(half("6"), { ...on("tcp"), port: 443 })).toEqual(mixed("SUBNET_ACL_RESTRICTION"));
    expect(ask(half("17"), { ...on("udp"), port: 53 })).toEqual(mixed("SUBNET_ACL_RESTRICTION"));
    expect(ask(half("17"), { ...on("udp"), port: 53, sourcePort: { from: 40000, to: 50000 } })).toEqual(
      REACHABLE,
    );
  });
});

it("a reply must get into the sender's subnet, though by which route it comes was not read", () => {
  const b = { routes: [{ DestinationPrefixListId: "pl-unread", GatewayId: "vgw-1" }] };
  const network = (...entries: Entry[]) => openVpc(1, { a: { entries: [out, ...entries] }, b });
  expect(ask(network(anEntry({})), TO_B)).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  expect(ask(network(), TO_B)).toEqual(unreachable("SUBNET_ACL_RESTRICTION"));
  // From outside nobody's subnet is known.
  const outside = { ...TO_B, source: { cidr: "192.168.7.7/32" } };
  expect(ask(network(anEntry({})), outside).verdict).toBe("unknown");
});

describe("what is not known matters", () => {
  /** TCP 443 passes for certain; whether another port does hangs on a prefix list that was not read. */
  const list = { IpProtocol: "tcp", FromPort: 8000, ToPort: 9000, PrefixListIds: [{ PrefixListId: "pl-1" }] };
  const https = { IpProtocol: "tcp", FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
  const network = openVpc(1, { inbound: [https, list] });
  const on = (from: number, to: number) => ({ ...TO_B, protocol: "tcp" as const, port: { from, to } });

  it("not where nothing of it was asked", () => {
    expect(ask(network, on(443, 443))).toEqual(REACHABLE);
    expect(ask(network, on(22, 22))).toEqual(unreachable("ENI_SG_RULES_MISMATCH"));
  });

  it("where it decides", () => {
    expect(ask(network, on(8000, 8000))).toEqual(unknown("NOT_EVALUATED_UNREAD"));
  });

  it.each(["tcp", "udp"] as const)("where the rest passes, or does not, for certain: %s", (protocol) => {
    const port = (one: number) => ({ IpProtocol: protocol, FromPort: one, ToPort: one });
    const inbound = [
      { ...port(443), IpRanges: [{ CidrIp: "0.0.0.0/0" }] },
      { ...port(444), PrefixListIds: [{ PrefixListId: "pl-1" }] },
    ];
    const asked = (from: number, to: number) => ({ ...TO_B, protocol, port: { from, to } });
    expect(ask(openVpc(1, { inbound }), asked(443, 444))).toEqual(unknown("NOT_EVALUATED_UNREAD"));
    expect(ask(openVpc(1, { inbound }), asked(444, 445))).toEqual(
      unknown("ENI_SG_RULES_MISMATCH", "NOT_EVALUATED_UNREAD"),
    );
  });

  it("and is not told where it does not", () => {
    const [trace] = answerOf(network, on(443, 443)).traces;
    expect(trace?.notEvaluated).toEqual([]);
  });

  it("not where a part passes and another does not, both for certain", () => {
    expect(ask(network, on(443, 9000)).verdict).toBe("mixed");
  });
});
