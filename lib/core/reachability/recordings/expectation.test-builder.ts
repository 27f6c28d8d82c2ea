import type { Network } from "../../network/network";
import type { ExplanationCode } from "../explanation-codes";
import type { Explanation, Hop, Trace, Verdict } from "../trace";
import { allowedProblems, type ExpectedTraffic } from "./allowed-traffic.test-builder";

/** Something that a fact says stands in the way: one of `codes` (any, where none is given), naming every one of `ids`. */
export interface Blocker {
  codes?: readonly ExplanationCode[];
  ids: readonly string[];
  direction: "forward" | "return";
}

/** What a fact says of one trace; what it does not say is not compared. */
export interface Expectation {
  verdict: Verdict;
  /** Ids that are passed in this order; others may stand between them. */
  forward?: readonly string[];
  return?: readonly string[];
  blockers?: readonly Blocker[];
  /** Codes that must not be there. */
  withoutCodes?: readonly ExplanationCode[];
  allowed?: ExpectedTraffic;
  networkInterfaceId?: string;
}

/** Every way in which a trace is not as expected, in words; empty where it is. */
export function problemsOf(network: Network, trace: Trace, expected: Expectation): string[] {
  const named = natGatewayNames(network);
  const problems = [
    ...verdictProblems(trace, expected.verdict),
    ...pathProblems("forward", trace.forward, expected.forward, named),
    ...pathProblems("return", trace.return, expected.return, named),
    ...(expected.blockers ?? []).flatMap((blocker) => blockerProblems(trace.explanations, blocker, named)),
    ...trace.explanations
      .filter(({ code }) => expected.withoutCodes?.includes(code))
      .map(({ code, message }) => `says ${code}: ${message}`),
  ];
  if (expected.allowed) problems.push(...allowedProblems(trace.allowed ?? [], expected.allowed));
  if (expected.networkInterfaceId && trace.networkInterfaceId !== expected.networkInterfaceId) {
    problems.push(`leaves by ${trace.networkInterfaceId ?? "none"}, not ${expected.networkInterfaceId}`);
  }
  return problems;
}

function verdictProblems({ verdict, explanations, notEvaluated }: Trace, expected: Verdict): string[] {
  const isExplained = explanations.some(({ effect }) => effect === "connectivity");
  const said = [...explanations, ...notEvaluated].map(({ code }) => code).join(", ");
  if (verdict !== expected) return [`is ${verdict} (${said || "without a word"}), not ${expected}`];
  return verdict === "unreachable" && !isExplained ? ["is unreachable without an explanation"] : [];
}

function pathProblems(
  way: "forward" | "return",
  hops: readonly Hop[],
  expected: readonly string[] | undefined,
  named: ReadonlyMap<string, string>,
): string[] {
  const ids = hops.map(({ resourceId }) => named.get(resourceId) ?? resourceId);
  let from = 0;
  for (const id of expected ?? []) {
    const at = ids.indexOf(named.get(id) ?? id, from);
    if (at < 0) {
      return [`${way} path ${ids.join(" > ")} lacks ${id} in its place: ${(expected ?? []).join(" > ")}`];
    }
    from = at + 1;
  }
  return [];
}

function blockerProblems(
  explanations: readonly Explanation[],
  { codes, ids, direction }: Blocker,
  named: ReadonlyMap<string, string>,
): string[] {
  const fitting = explanations.filter(
    (explanation) =>
      explanation.effect === "connectivity" &&
      explanation.direction === direction &&
      (codes?.includes(explanation.code) ?? true),
  );
  const wanted = `${direction} ${codes?.join(" or ") ?? "blocker"}`;
  if (fitting.length === 0) {
    return [`lacks ${wanted}; says ${explanations.map(({ code }) => code).join(", ") || "nothing"}`];
  }
  const missing = ids.filter((id) => !fitting.some((explanation) => names(explanation, id, named)));
  return missing.map((id) => `${wanted} does not name ${id}: ${JSON.stringify(fitting)}`);
}

function names(
  { resourceId, evidence = [] }: Explanation,
  id: string,
  named: ReadonlyMap<string, string>,
): boolean {
  const places = [resourceId, ...evidence.map((item) => item.resourceId)];
  const isPlace = places.some((place) => place === id || (place !== undefined && place === named.get(id)));
  return isPlace || evidence.some(({ fact }) => fact.includes(id));
}

/** A NAT gateway and its interface are one place: the facts say now this, now that. */
function natGatewayNames({ natGateways }: Network): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [id, { resource }] of natGateways) {
    for (const { NetworkInterfaceId } of resource.NatGatewayAddresses ?? []) {
      if (NetworkInterfaceId) named.set(NetworkInterfaceId, id);
    }
  }
  return named;
}
