import { describe, expect, it } from "vitest";
import { aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { answerOf, ask } from "../cases/ask-codes.test-builder";
import { anEntry, openVpc, together, type Permission } from "../cases/open-vpc.test-builder";

const B = { destination: { networkInterfaceId: "eni-1b" }, protocol: "tcp" as const, port: 443 };
const on = (port: number, ...cidrs: string[]): Permission => ({
  IpProtocol: "tcp",
  FromPort: port,
  ToPort: port,
  IpRanges: cidrs.map((CidrIp) => ({ CidrIp })),
});
const explained = (...question: Parameters<typeof answerOf>) =>
  answerOf(...question).traces.flatMap(({ explanations }) => explanations);
const facts = (...question: Parameters<typeof answerOf>) =>
  explained(...question).flatMap(({ evidence = [] }) =>
    evidence.map(({ resourceId = "", fact }) => `${resourceId} ${fact}`),
  );

describe("of security groups that let nothing in, an answer quotes", () => {
  const inTwo = (own: Permission[], other: Permission[]) =>
    together(openVpc(1, { b: { eni: { Groups: ["sg-own", "sg-other"].map((GroupId) => ({ GroupId })) } } }), {
      SecurityGroups: [
        aSecurityGroup({ GroupId: "sg-own", IpPermissions: own }),
        aSecurityGroup({ GroupId: "sg-other", IpPermissions: other }),
      ],
    });

  it("the rules for the same traffic in the order of their peers, and which group has none", () => {
    const own = [on(443, "10.9.0.0/16"), on(22, "0.0.0.0/0"), on(443, "10.8.0.0/16")];
    for (const order of [own, [...own].reverse()]) {
      expect(explained(inTwo(order, [on(22, "0.0.0.0/0")]), B)).toEqual([
        {
          code: "ENI_SG_RULES_MISMATCH",
          direction: "forward",
          effect: "connectivity",
          resourceId: "sg-other",
          evidence: [
            { resourceId: "sg-other", fact: "no inbound rule for tcp 443" },
            { resourceId: "sg-own", fact: "inbound: allow tcp 443 from 10.8.0.0/16" },
            { resourceId: "sg-own", fact: "inbound: allow tcp 443 from 10.9.0.0/16" },
          ],
          message:
            "Security groups sg-other and sg-own of eni-1b have no inbound rule that allows tcp 443 from 10.1.1.10 or sg-1.",
        },
      ]);
    }
  });

  it("no more than eight rules of one group", () => {
    const many = Array.from({ length: 20 }, (_, n) => on(443, `10.9.${n}.0/24`));
    expect(facts(inTwo(many, []), B).filter((fact) => fact.startsWith("sg-own"))).toHaveLength(8);
  });

  it("that none of them has rules", () => {
    expect(explained(inTwo([], []), B)).toMatchObject([
      {
        code: "SG_HAS_NO_RULES",
        resourceId: "sg-other",
        message: "Security groups sg-other and sg-own of eni-1b have no inbound rules.",
      },
    ]);
    // What has none was not told with its groups: AWS gives the VPC's default one where no other was chosen.
    expect(explained(openVpc(1, { b: { eni: { Groups: [] } } }), B)).toEqual([]);
  });

  it("outbound rules of the sender in their own words", () => {
    expect(facts(openVpc(1, { outbound: [on(443, "10.9.0.0/16")] }), B)).toEqual([
      "sg-1 outbound: allow tcp 443 to 10.9.0.0/16",
    ]);
    expect(explained(openVpc(1, { outbound: [on(443, "10.9.0.0/16")] }), B)[0]?.message).toBe(
      "Security group sg-1 of eni-1a has no outbound rule that allows tcp 443 to 10.1.2.10 or sg-1.",
    );
  });
});

describe("of a network ACL that lets a packet not through, an answer quotes", () => {
  const denials = (own: Parameters<typeof openVpc>[1]) =>
    explained(openVpc(1, own), B).map(({ direction, evidence, message }) => [
      direction,
      evidence?.map(({ fact }) => fact),
      message,
    ]);

  it("the entry that denies it, by its number", () => {
    const deny = anEntry({ RuleNumber: 90, RuleAction: "deny", CidrBlock: "10.1.1.0/24" });
    expect(denials({ b: { entries: [deny, anEntry({}), anEntry({ Egress: true })] } })).toEqual([
      [
        "forward",
        ["inbound rule 90: deny 10.1.1.0/24"],
        "Network ACL acl-1b of subnet-1b denies tcp 443 from 10.1.1.10 by inbound rule 90.",
      ],
    ]);
    const last = anEntry({ RuleNumber: 32766, RuleAction: "deny" });
    expect(denials({ b: { entries: [last, anEntry({ Egress: true })] } })[0]?.[1]).toEqual([
      "inbound rule 32766: deny 0.0.0.0/0",
    ]);
  });

  it("the default entry, whether or not it is told", () => {
    const told = anEntry({ RuleNumber: 32767, RuleAction: "deny" });
    expect(denials({ b: { entries: [anEntry({ Egress: true })] } })[0]?.[1]).toEqual([
      "inbound default rule *: deny everything else",
    ]);
    expect(denials({ b: { entries: [told, anEntry({ Egress: true })] } })[0]?.[1]).toEqual([
      "inbound default rule *: deny 0.0.0.0/0",
    ]);
  });

  it("what becomes of the reply, apart from the packet", () => {
    expect(denials({ a: { entries: [anEntry({ Egress: true })] } })).toEqual([
      [
        "return",
        ["inbound default rule *: deny everything else"],
        "Network ACL acl-1a of subnet-1a denies the reply's tcp 1024-65535 from 10.1.2.10 by inbound default rule *.",
      ],
    ]);
  });

  it("each entry that denies a part", () => {
    const part = (RuleNumber: number, From: number, To: number) =>
      anEntry({ RuleNumber, RuleAction: "deny", Protocol: "6", PortRange: { From, To } });
    const entries = [part(10, 440, 442), part(20, 444, 446), anEntry({}), anEntry({ Egress: true })];
    const asked = { ...B, port: { from: 440, to: 450 } };
    expect(ask(openVpc(1, { b: { entries } }), asked).verdict).toBe("mixed");
    expect(facts(openVpc(1, { b: { entries } }), asked)).toEqual([
      "acl-1b inbound rule 10: deny 0.0.0.0/0",
      "acl-1b inbound rule 20: deny 0.0.0.0/0",
    ]);
  });
});

describe("of what lets a packet through, an answer quotes", () => {
  const quoted = (own: Parameters<typeof openVpc>[1], more = {}) =>
    answerOf(together(openVpc(1, own), more), B).traces.flatMap(({ forward }) =>
      forward
        .filter(({ resourceId }) => resourceId === "eni-1b" || resourceId === "subnet-1b")
        .flatMap(({ evidence = [] }) => evidence.map(({ fact }) => fact)),
    );
  const ANY = "inbound rule 100: allow all traffic from 0.0.0.0/0";

  it("the rules of groups in the order of their peers, and none of which it is not known", () => {
    const list = { IpProtocol: "-1", PrefixListIds: [{ PrefixListId: "pl-unread" }] };
    const inbound = [on(443, "10.1.0.0/16"), on(443, "0.0.0.0/0", "10.1.1.0/24"), list];
    for (const order of [inbound, [...inbound].reverse()]) {
      expect(quoted({ inbound: order })).toEqual([
        ANY,
        "inbound: allow tcp 443 from 0.0.0.0/0",
        "inbound: allow tcp 443 from 10.1.0.0/16",
        "inbound: allow tcp 443 from 10.1.1.0/24",
      ]);
    }
  });

  it("no entry of a network ACL that denies, is about others or comes too late", () => {
    const entries = [
      anEntry({ RuleNumber: 10, RuleAction: "deny", Protocol: "6", PortRange: { From: 22, To: 22 } }),
      anEntry({ RuleNumber: 20, CidrBlock: "10.9.0.0/16" }),
      anEntry({ RuleNumber: 30, Protocol: "17" }),
      anEntry({ RuleNumber: 40, Protocol: "6", PortRange: { From: 443, To: 443 } }),
      anEntry({}),
      anEntry({ Egress: true }),
    ];
    expect(quoted({ b: { entries } })[0]).toBe("inbound rule 40: allow tcp 443 from 0.0.0.0/0");
    expect(quoted({ b: { entries } })).toHaveLength(2);
  });
});
