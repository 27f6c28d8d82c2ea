import { describe, expect, it } from "vitest";
import { buildNetwork } from "../../network/build-network";
import type { AllowedTraffic, FlowAnswer, Trace } from "../trace";
import { allowedProblems, allTraffic, noTraffic } from "./allowed-traffic.test-builder";
import { check, type Fact } from "./ask.test-builder";
import type { Expectation } from "./expectation.test-builder";
import { blockerOf, verdictOf } from "./fact-words.test-builder";
import { checkPair, pointsOf, trafficOf } from "./points.test-builder";

const network = buildNetwork({
  captures: [
    {
      accountId: null,
      region: null,
      capturedAt: "2026-01-02T03:04:05.000Z",
      resources: {
        NatGateways: [
          { NatGatewayId: "nat-1", NatGatewayAddresses: [{ NetworkInterfaceId: "eni-0a0a0a0a" }] },
        ],
      },
      unknown: {},
      coverage: [],
    },
  ],
});

const blocked: Trace = {
  subnetId: null,
  verdict: "unreachable",
  forward: [
    { kind: "instance", resourceId: "i-1" },
    { kind: "subnet", resourceId: "subnet-1" },
    { kind: "nat-gateway", resourceId: "nat-1" },
  ],
  return: [],
  explanations: [
    {
      code: "NAT_GATEWAY_ACCEPTS_NO_INBOUND",
      direction: "forward",
      effect: "connectivity",
      resourceId: "nat-1",
      message: "",
    },
  ],
  notEvaluated: [],
};

function problemsWith(expected: Expectation, trace: Partial<Trace> = {}, argument?: "reachable"): string {
  const fact: Fact = {
    id: "a fact",
    network,
    flow: { source: { instanceId: "i-1" }, destination: { internet: true }, protocol: "tcp", port: 443 },
    expected,
  };
  const answer = { ...blocked, ...trace };
  const evaluate = (): FlowAnswer => ({ verdict: answer.verdict, traces: [answer], explanations: [] });
  return check(evaluate, fact, argument && { verdict: argument, reason: "" }).join("; ");
}

describe("a check on a recording", () => {
  it("is content with what the fact says, a NAT gateway's interface standing for it", () => {
    const blockers = [blockerOf("nat-gateway-no-session", ["eni-0a0a0a0a"])];
    expect(problemsWith({ verdict: "unreachable", forward: ["i-1", "eni-0a0a0a0a"], blockers })).toBe("");
  });

  it.each<[string, Expectation, Partial<Trace>, RegExp]>([
    ["another verdict", { verdict: "reachable" }, {}, /^is unreachable \(NAT_.*\), not reachable$/],
    ["no explanation", { verdict: "unreachable" }, { explanations: [] }, /without an explanation/],
    ["a hop that is missing", { verdict: "unreachable", forward: ["i-1", "vpc-1"] }, {}, /lacks vpc-1/],
    ["hops in another order", { verdict: "unreachable", forward: ["nat-1", "i-1"] }, {}, /lacks i-1/],
    [
      "a way back that is missing",
      { verdict: "unreachable", return: ["i-1"] },
      {},
      /return path .*lacks i-1/,
    ],
    [
      "another reason",
      { verdict: "unreachable", blockers: [blockerOf("no-route", [])] },
      {},
      /lacks forward NO_ROUTE_TO_DESTINATION; says NAT_GATEWAY/,
    ],
    [
      "the same reason of the reply",
      { verdict: "unreachable", blockers: [blockerOf("nat-no-session", [], "return")] },
      {},
      /lacks return NAT_GATEWAY/,
    ],
    [
      "a reason that names another place",
      { verdict: "unreachable", blockers: [blockerOf("nat-no-session", ["nat-00000002"])] },
      {},
      /does not name nat-00000002/,
    ],
    [
      "a reason that must not be",
      { verdict: "unreachable", withoutCodes: ["NAT_GATEWAY_ACCEPTS_NO_INBOUND"] },
      {},
      /^says NAT_GATEWAY/,
    ],
    ["another interface", { verdict: "unreachable", networkInterfaceId: "eni-2" }, {}, /leaves by none/],
    ["other traffic", { verdict: "unreachable", allowed: allTraffic }, {}, /allows of tcp \[\]/],
  ])("finds %s", (_what, expected, trace, problem) => {
    expect(problemsWith(expected, trace)).toMatch(problem);
  });

  it("takes an argument's verdict for the fact's, and refuses one that is not needed", () => {
    expect(problemsWith({ verdict: "unreachable" }, {}, "reachable")).toMatch(/not reachable/);
    expect(problemsWith({ verdict: "reachable" }, {}, "reachable")).toMatch(/the verdict is the same/);
    expect(problemsWith({ verdict: "unreachable" }, { verdict: "reachable" }, "reachable")).toBe("");
  });

  it("knows no word that the recordings do not use", () => {
    expect(() => verdictOf("perhaps")).toThrow("no verdict");
    expect(() => blockerOf("bad-luck", [])).toThrow("no code");
    expect(() => trafficOf("protocol: XTP")).toThrow("no traffic");
  });
});

describe("a comparison of allowed traffic", () => {
  it.each<[string, AllowedTraffic[]]>([
    ["one protocol for all", [{ protocol: "all" }]],
    [
      "each protocol on its own",
      [
        { protocol: "tcp", ports: [{ from: 0, to: 65535 }] },
        { protocol: "udp" },
        { protocol: "icmp", icmpTypes: Array.from({ length: 256 }, (_, type) => ({ type, code: null })) },
        { protocol: "0-255" },
      ],
    ],
  ])("reads everything from %s", (_how, allowed) => {
    expect(allowedProblems(allowed, allTraffic)).toEqual([]);
    expect(allowedProblems(allowed, noTraffic)).toHaveLength(4);
  });

  it("finds one port too many and one too few", () => {
    const expected = trafficOf("udp/53 + tcp/22 + ESP(50)");
    const exact: AllowedTraffic[] = [
      { protocol: "tcp", ports: [{ from: 22, to: 22 }] },
      { protocol: "udp", ports: [{ from: 53, to: 53 }] },
      { protocol: "50" },
    ];
    expect(allowedProblems(exact, expected)).toEqual([]);
    expect(allowedProblems(exact.slice(1), expected)).toEqual([
      'allows of tcp [], not [{"from":22,"to":22}]',
    ]);
    expect(
      allowedProblems([...exact, { protocol: "tcp", ports: [{ from: 23, to: 23 }] }], expected),
    ).toHaveLength(1);
  });

  it("asks at the edges of a port that is open", () => {
    const asked = pointsOf(trafficOf("protocol: TCP dst-ports: 9080"));
    const open = asked.filter(({ verdict }) => verdict === "reachable");
    expect(open).toEqual([{ protocol: "tcp", port: 9080, verdict: "reachable" }]);
    expect(asked.map(({ port }) => port)).toEqual(expect.arrayContaining([9079, 9081]));
  });

  it("finds an answer that is the same for every question wrong", () => {
    const pair = {
      id: "a pair",
      network,
      flow: { source: { instanceId: "i-1" }, destination: { internet: true } } as const,
    };
    const open: Trace = {
      ...blocked,
      verdict: "reachable",
      explanations: [],
      allowed: [{ protocol: "all" }],
    };
    const always = (trace: Trace) => (): FlowAnswer => ({
      verdict: trace.verdict,
      traces: [trace],
      explanations: [],
    });
    expect(checkPair(always(open), pair, allTraffic)).toEqual([]);
    expect(checkPair(always(blocked), pair, noTraffic)).toEqual([]);
    expect(checkPair(always(open), pair, trafficOf("protocol: TCP"))).not.toEqual([]);
    expect(checkPair(always(blocked), pair, trafficOf("protocol: TCP"))).not.toEqual([]);
  });
});
