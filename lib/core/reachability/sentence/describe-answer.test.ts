import { describe, expect, it } from "vitest";
import { answerText } from "./answer-text";
import { describeAnswer } from "./describe-answer";
import type { ToldAnswer, ToldExplanation, ToldHop, ToldTrace } from "./told-answer";

const names: Record<string, string> = {
  "sg-0a1b2c3d": "orders-db",
  "nat-0a1b2c3d": "prod-nat",
  "subnet-0000000b": "",
};
const words = {
  from: "orders-api",
  to: "orders-db",
  asked: { protocol: "tcp", port: 5432 } as const,
  nameOf: (id: string) => names[id] ?? null,
};

function trace(over: Partial<ToldTrace> = {}): ToldTrace {
  return {
    subnetId: "subnet-0000000a",
    verdict: "reachable",
    forward: [],
    return: [],
    explanations: [],
    notEvaluated: [],
    ...over,
  };
}

function block(over: Partial<ToldExplanation> = {}): ToldExplanation {
  return {
    code: "ENI_SG_RULES_MISMATCH",
    direction: "forward",
    effect: "connectivity",
    message:
      "Security group sg-0a1b2c3d of eni-0a1b2c3d has no inbound rule that allows tcp 5432 from 10.0.1.0/24.",
    ...over,
  };
}

const say = (answer: ToldAnswer) => describeAnswer(answer, words);

describe("an answer in one sentence", () => {
  it("says what stands in the way, by name and id", () => {
    expect(
      say({ verdict: "unreachable", traces: [trace({ verdict: "unreachable", explanations: [block()] })] }),
    ).toBe(
      "orders-api cannot reach orders-db on tcp 5432: security group orders-db (sg-0a1b2c3d) of eni-0a1b2c3d has no inbound rule that allows tcp 5432 from 10.0.1.0/24.",
    );
  });

  it("counts what else stands in the way, each thing once, and no policy among it", () => {
    const acl = block({ code: "SUBNET_ACL_RESTRICTION", message: "Network ACL acl-0a1b2c3d denies it." });
    const policy = block({
      code: "ENDPOINT_POLICY_DENIES",
      effect: "authorization",
      message: "A policy denies it.",
    });
    const traces = [
      trace({ verdict: "unreachable", explanations: [policy, block(), acl] }),
      trace({ subnetId: "subnet-0000000b", verdict: "unreachable", explanations: [block(), acl] }),
    ];
    expect(say({ verdict: "unreachable", traces })).toMatch(
      /10\.0\.1\.0\/24\. 1 more thing stands in the way\.$/,
    );
    const seenFrom = (range: string) => block({ resourceId: "sg-0a1b2c3d", message: `Closed to ${range}.` });
    const each = ["10.0.1.0/24", "10.0.2.0/24"].map((range) =>
      trace({ verdict: "unreachable", explanations: [seenFrom(range)] }),
    );
    expect(say({ verdict: "unreachable", traces: each })).toMatch(/closed to 10\.0\.1\.0\/24\.$/);
    const route = block({ code: "NO_ROUTE_TO_DESTINATION", message: "No route." });
    const third = trace({ verdict: "unreachable", explanations: [block(), acl, route] });
    expect(say({ verdict: "unreachable", traces: [third] })).toMatch(/2 more things stand in the way\.$/);
  });

  it("says that packets arrive where only replies are lost", () => {
    const reply = block({ direction: "return", message: "Network ACL acl-0a1b2c3d denies the reply's tcp." });
    expect(
      say({ verdict: "unreachable", traces: [trace({ verdict: "unreachable", explanations: [reply] })] }),
    ).toBe(
      "orders-api cannot reach orders-db on tcp 5432: packets arrive, but replies do not come back: network ACL acl-0a1b2c3d denies the reply's tcp.",
    );
  });

  it("puts what stops the packet before what stops the reply", () => {
    const reply = block({ direction: "return", message: "The reply is lost." });
    const traces = [
      trace({ verdict: "unreachable", explanations: [reply, block({ message: "No way there." })] }),
    ];
    expect(say({ verdict: "unreachable", traces })).toContain("on tcp 5432: no way there. 1 more thing");
  });

  it("leaves the reason out where the engine gives none", () => {
    expect(say({ verdict: "unreachable", traces: [] })).toBe(
      "orders-api cannot reach orders-db on tcp 5432.",
    );
  });

  it("names the gateway that a path goes through", () => {
    const nat = { kind: "nat-gateway", resourceId: "nat-0a1b2c3d" };
    const through = (...forward: ToldHop[]) =>
      say({ verdict: "reachable", traces: forward.map((hop) => trace({ forward: [hop] })) }).slice(
        "orders-api can reach orders-db on tcp 5432".length,
      );
    expect(through()).toBe(".");
    expect(say({ verdict: "reachable", traces: [trace()] })).toBe(
      "orders-api can reach orders-db on tcp 5432.",
    );
    expect(through(nat, nat)).toBe(", through the NAT gateway prod-nat (nat-0a1b2c3d).");
    expect(through(nat, { ...nat, resourceId: "nat-00000002" })).toBe(
      ", through the NAT gateways prod-nat (nat-0a1b2c3d) and nat-00000002.",
    );
    expect(through(nat, { kind: "subnet", resourceId: "subnet-0000000a" })).toBe(".");
    expect(through(nat, { kind: "vpc-endpoint", resourceId: "vpce-00000001" })).toBe(".");
    expect(through(...["1", "2", "3", "4"].map((id) => ({ ...nat, resourceId: `nat-0000000${id}` })))).toBe(
      ".",
    );
  });

  it("names an interface endpoint, which is where the packet arrives", () => {
    const arrival = { kind: "network-interface", resourceId: "eni-0a1b2c3d" };
    const told = describeAnswer(
      { verdict: "reachable", traces: [trace({ forward: [arrival] })] },
      {
        ...words,
        nameOf: (id) =>
          id === "eni-0a1b2c3d"
            ? "VPC Endpoint Interface vpce-0a1b2c3d"
            : id === "vpce-0a1b2c3d"
              ? "prod-sqs"
              : null,
      },
    );
    expect(told).toBe(
      "orders-api can reach orders-db on tcp 5432, through the endpoint prod-sqs (vpce-0a1b2c3d).",
    );
  });

  it("calls a source that has no name by what it is, in the middle of a sentence too", () => {
    const told = describeAnswer(
      { verdict: "unknown", traces: [] },
      { ...words, from: "A function with this connection" },
    );
    expect(told).toBe(
      "Whether a function with this connection can reach orders-db on tcp 5432 is not known.",
    );
  });

  it("says that a function in no VPC sends by Lambda's own network", () => {
    const hop = { kind: "internet", resourceId: "internet", detail: "by Lambda's own network" };
    expect(say({ verdict: "reachable", traces: [trace({ subnetId: null, forward: [hop] })] })).toBe(
      "orders-api can reach orders-db on tcp 5432, by Lambda's own network.",
    );
  });

  it("says from which subnets it works and why not from the others", () => {
    const bad = { verdict: "unreachable" as const, explanations: [block({ message: "The route is gone." })] };
    const traces = [
      trace(),
      trace({ subnetId: "subnet-0000000b", ...bad }),
      trace({ subnetId: "subnet-0000000c", ...bad }),
    ];
    expect(say({ verdict: "mixed", traces })).toBe(
      "orders-api reaches orders-db on tcp 5432 only sometimes: it works from subnet-0000000a, but not from subnet-0000000b and subnet-0000000c: the route is gone.",
    );
  });

  it("calls a place without a subnet outside", () => {
    const traces = [trace({ subnetId: null }), trace({ verdict: "unreachable", explanations: [block()] })];
    expect(say({ verdict: "mixed", traces })).toContain(
      "it works from outside, but not from subnet-0000000a",
    );
  });

  it("says what gets through where a part of the ports does", () => {
    const part = trace({
      verdict: "mixed",
      allowed: [{ protocol: "tcp", ports: [{ from: 5432, to: 5432 }] }],
    });
    expect(say({ verdict: "mixed", traces: [part] })).toBe(
      "Only a part of tcp 5432 from orders-api to orders-db gets through: TCP 5432.",
    );
    const message = "Of the addresses of s3 it reaches 52.216.0.0, not 52.216.0.1: so it fails now and then.";
    const differing = block({ code: "SERVICE_ADDRESSES_DIFFER", message });
    const service = trace({ verdict: "mixed", allowed: [], explanations: [differing, block()] });
    expect(say({ verdict: "mixed", traces: [service] })).toBe(
      "orders-api reaches orders-db on tcp 5432 only sometimes: of the addresses of s3 it reaches 52.216.0.0, not 52.216.0.1: so it fails now and then.",
    );
    expect(say({ verdict: "mixed", traces: [trace({ verdict: "mixed" })] })).toBe(
      "Only a part of tcp 5432 from orders-api to orders-db gets through.",
    );
  });

  it("says what is not known, and only what the answer hangs on", () => {
    const beside = { code: "NOT_EVALUATED_DNS", message: "Beside the point.", affectsVerdict: false };
    const open = { code: "NOT_EVALUATED_UNREAD", message: "VPC routes were not read.", affectsVerdict: true };
    expect(
      say({ verdict: "unknown", traces: [trace({ verdict: "unknown", notEvaluated: [beside, open] })] }),
    ).toBe("Whether orders-api can reach orders-db on tcp 5432 is not known: VPC routes were not read.");
    expect(say({ verdict: "unknown", traces: [trace({ verdict: "unknown", notEvaluated: [beside] })] })).toBe(
      "Whether orders-api can reach orders-db on tcp 5432 is not known.",
    );
  });
});

describe("an answer as text", () => {
  it("holds hops, reasons with their evidence, gaps, what is allowed and the packet", () => {
    const evidence = [
      { resourceId: "sg-0a1b2c3d", fact: "no inbound rule for tcp 5432" },
      { fact: "read at noon" },
    ];
    const whole = trace({
      verdict: "unreachable",
      forward: [
        { kind: "subnet", resourceId: "subnet-0000000a" },
        { kind: "route-table", resourceId: "rtb-0a1b2c3d", detail: "10.0.0.0/16 → local" },
      ],
      explanations: [block({ evidence })],
      notEvaluated: [{ code: "NOT_EVALUATED_DNS", message: "DNS was not asked.", affectsVerdict: false }],
      allowed: [],
      witness: {
        protocol: 6,
        sourceAddress: "10.0.1.4",
        sourcePort: 1024,
        destinationAddress: null,
        destinationPort: 5432,
      },
    });
    const bare = trace({ subnetId: null, networkInterfaceId: "eni-0a1b2c3d" });
    const outside = trace({ subnetId: null });
    const text = answerText({ verdict: "unreachable", traces: [whole, bare, outside] }, words);
    expect(text.split("\n").slice(1)).toEqual([
      "",
      "From subnet-0000000a: unreachable",
      "  There:",
      "    subnet subnet-0000000a",
      "    route-table rtb-0a1b2c3d: 10.0.0.0/16 → local",
      "  ENI_SG_RULES_MISMATCH: Security group orders-db (sg-0a1b2c3d) of eni-0a1b2c3d has no inbound rule that allows tcp 5432 from 10.0.1.0/24.",
      "    sg-0a1b2c3d: no inbound rule for tcp 5432",
      "    read at noon",
      "  Not evaluated: DNS was not asked.",
      "  Allowed: Nothing",
      "  Packet: TCP 10.0.1.4:1024 to some address, port 5432",
      "",
      "From eni-0a1b2c3d: reachable",
      "",
      "From outside: reachable",
    ]);
  });
});
