import { blocksOf } from "./deciding-block";
import { describeAllowed } from "./describe-allowed";
import { describeAsked, describeMeans } from "./describe-asked";
import { lowerFirst } from "./lower-first";
import { nameIds } from "./name-ids";
import type { ToldAnswer, ToldHop, ToldTrace, ToldWords } from "./told-answer";

/**
 * An answer in one sentence that says what decides it: "orders-api cannot reach orders-db on tcp 5432: security group
 * orders-db (sg-…) of eni-… has no inbound rule that allows tcp 5432 from 10.0.1.4 or orders-functions (sg-…)."
 */
export function describeAnswer(answer: ToldAnswer, words: ToldWords): string {
  const { from, to } = words;
  const how = describeMeans(words.asked);
  switch (answer.verdict) {
    case "reachable":
      return `${from} can reach ${to} ${how}${throughOf(answer.traces, words)}.`;
    case "unreachable":
      return `${from} cannot reach ${to} ${how}${blockOf(answer.traces, words)}`;
    case "mixed":
      return describeMixed(answer.traces, words);
    case "unknown":
      return `Whether ${inside(from)} can reach ${to} ${how} is not known${gapOf(answer.traces, words)}`;
  }
}

/** Gateways worth naming: what a reader would ask next about a path that works. */
const PASSED: ReadonlyMap<string, string> = new Map([
  ["nat-gateway", "NAT gateway"],
  ["vpc-endpoint", "endpoint"],
  ["vpc-peering-connection", "peering connection"],
  ["transit-gateway", "transit gateway"],
  ["vpn-gateway", "VPN gateway"],
  ["egress-only-internet-gateway", "egress-only internet gateway"],
]);

/** More of them are told apart below the sentence, not in it. */
const NAMED = 3;

function throughOf(traces: readonly ToldTrace[], { nameOf }: ToldWords): string {
  const all = traces.flatMap(({ forward }) => forward);
  if (all.some(({ detail }) => detail === LAMBDAS_NETWORK)) return `, ${LAMBDAS_NETWORK}`;
  const passed = traces.map(({ forward }) => gatewayOn(forward, nameOf));
  const kinds = new Set(passed.map((hop) => PASSED.get(hop?.kind ?? "")));
  const ids = [...new Set(passed.map((hop) => hop?.resourceId ?? ""))];
  const [kind] = kinds;
  if (kind === undefined || kinds.size > 1 || ids.length > NAMED) return "";
  return `, through the ${kind}${ids.length === 1 ? "" : "s"} ${list(ids.map((id) => nameIds(id, nameOf)))}`;
}

/** An interface endpoint is where the packet arrives; AWS names it in its interface's description. */
function gatewayOn(
  forward: readonly ToldHop[],
  nameOf: ToldWords["nameOf"],
): Pick<ToldHop, "kind" | "resourceId"> | undefined {
  const [, endpointId] =
    /^VPC Endpoint Interface (vpce-\w+)$/.exec(nameOf(forward.at(-1)?.resourceId ?? "") ?? "") ?? [];
  if (endpointId !== undefined) return { kind: "vpc-endpoint", resourceId: endpointId };
  return forward.find(({ kind }) => PASSED.has(kind));
}

const LAMBDAS_NETWORK = "by Lambda's own network";

function blockOf(traces: readonly ToldTrace[], { nameOf }: ToldWords): string {
  const blocks = blocksOf({ explanations: traces.flatMap(({ explanations }) => explanations) });
  // The same group or route may stand in the way of each subnet.
  const distinct = new Set(
    blocks.map(({ code, direction, resourceId, message }) => `${code} ${direction} ${resourceId ?? message}`),
  );
  const [first] = blocks;
  if (!first) return ".";
  const reply = first.direction === "return" ? "packets arrive, but replies do not come back: " : "";
  const more = distinct.size - 1;
  const rest = more === 0 ? "" : ` ${more} more ${more === 1 ? "thing stands" : "things stand"} in the way.`;
  return `: ${reply}${lowerFirst(nameIds(first.message, nameOf))}${rest}`;
}

function gapOf(traces: readonly ToldTrace[], { nameOf }: ToldWords): string {
  const open = traces.flatMap(({ notEvaluated }) => notEvaluated).find((gap) => gap.affectsVerdict);
  return open ? `: ${lowerFirst(nameIds(open.message, nameOf))}` : ".";
}

function describeMixed(traces: readonly ToldTrace[], words: ToldWords): string {
  const { from, to, asked, nameOf } = words;
  const placesOf = (verdict: ToldTrace["verdict"]) =>
    traces
      .filter((trace) => trace.verdict === verdict)
      .map(({ subnetId }) => nameIds(subnetId ?? "outside", nameOf));
  const good = placesOf("reachable");
  const bad = traces.filter(({ verdict }) => verdict === "unreachable");
  if (good.length > 0 && bad.length > 0) {
    const but = `from ${list(good)}, but not from ${list(placesOf("unreachable"))}`;
    return `${from} reaches ${to} ${describeMeans(asked)} only sometimes: it works ${but}${blockOf(bad, words)}`;
  }
  const allowed = traces.find(({ verdict }) => verdict === "mixed")?.allowed;
  const what = allowed === undefined ? "" : `: ${describeAllowed(allowed).join("; ")}`;
  return `Only a part of ${describeAsked(asked)} from ${inside(from)} to ${to} gets through${what}.`;
}

/** A source that has no name of its own, where the sentence does not begin with it. */
function inside(from: string): string {
  return from.replace(/^A function /, "a function ");
}

function list(items: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(items);
}
