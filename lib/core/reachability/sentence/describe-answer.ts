import { blocksOf } from "./deciding-block";
import { describeAllowed } from "./describe-allowed";
import { describeAsked, describeMeans } from "./describe-asked";
import { gatewaysPassed } from "./gateways-passed";
import { lowerFirst } from "./lower-first";
import { nameIds } from "./name-ids";
import type { ToldAnswer, ToldTrace, ToldWords } from "./told-answer";

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

/** More of them are told apart below the sentence, not in it. */
const NAMED = 3;

function throughOf(traces: readonly ToldTrace[], { nameOf }: ToldWords): string {
  const all = traces.flatMap(({ forward }) => forward);
  if (all.some(({ detail }) => detail === LAMBDAS_NETWORK)) return `, ${LAMBDAS_NETWORK}`;
  const passed = gatewaysPassed(traces, nameOf);
  if (passed === null || passed.resourceIds.length > NAMED) return "";
  const { kind, resourceIds } = passed;
  const names = resourceIds.map((id) => nameIds(id, nameOf));
  return `, through the ${kind}${names.length === 1 ? "" : "s"} ${list(names)}`;
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
  const differing = blocksOf({ explanations: traces.flatMap(({ explanations }) => explanations) }).find(
    ({ code }) => code === "SERVICE_ADDRESSES_DIFFER",
  );
  if (differing)
    return `${from} reaches ${to} ${describeMeans(asked)} only sometimes: ${lowerFirst(nameIds(differing.message, nameOf))}`;
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
