import { explainPath } from "../judge/explain-path";
import { judgePath } from "../judge/judge-path";
import { EPHEMERAL_PORTS, type Asked } from "../judge/asked";
import { coversPorts, pairsOf } from "../sets/port-set";
import { ALL_TRAFFIC, intersectTraffic, trafficMembers, type Traffic } from "../sets/traffic";
import type { AllowedTraffic, Explanation, Hop, NotEvaluated, PortSpan, Trace, Verdict } from "../trace";
import type { NetworkIndex } from "../index/network-index";
import type { SourceCase } from "../sources/source-case";
import type { Part } from "./evaluate-pair";
import { forwardHops, returnHops } from "./shown-hops";
import { witnessOf } from "./witness";

const WORST_FIRST: readonly Verdict[] = ["unreachable", "unknown", "mixed", "reachable"];

export interface TraceParts {
  index: NetworkIndex;
  source: SourceCase;
  verdict: Verdict;
  parts: readonly Part[];
  asked: Asked;
  hops: readonly Hop[];
  notes: readonly NotEvaluated[];
  /** The destination has addresses that nobody knows. */
  isPlaceUnknown: boolean;
}

/** The answer of one place where packets start: the way of the part that decides, and what stops any part (one at least). */
export function toTrace(question: TraceParts): Trace {
  const { index, source, verdict, parts, asked, hops, notes, isPlaceUnknown } = question;
  const deciding = decidingPart(parts);
  const shown = [deciding, ...parts.filter((part) => part !== deciding)];
  const explained = shown.map((part) => explainPath(part.path, asked));
  const { subnetId, networkInterfaceId } = source;
  return {
    subnetId,
    ...(networkInterfaceId !== undefined && { networkInterfaceId }),
    verdict,
    forward: withHops(forwardHops(deciding.path, asked), hops),
    return: returnHops(deciding.path, asked),
    explanations: uniqueBy(
      explained.flatMap(({ explanations }) => explanations),
      (one: Explanation) => `${one.code} ${one.direction} ${one.resourceId ?? ""} ${one.message}`,
    ),
    notEvaluated: uniqueBy(
      [...notes, ...explained.flatMap(({ notEvaluated }) => notEvaluated)],
      (one: NotEvaluated) => `${one.code} ${one.message}`,
    ).map((one) => (verdict === "unknown" ? one : { ...one, affectsVerdict: false })),
    allowed: allowedOf(parts, asked),
    witness: witnessOf({ index, source, part: deciding, asked, verdict, isPlaceUnknown }),
  };
}

function decidingPart(parts: readonly Part[]): Part {
  const rank = ({ judgement }: Part) => WORST_FIRST.indexOf(judgement.verdict);
  return parts.reduce((worst, part) => (rank(part) < rank(worst) ? part : worst));
}

/** A name is resolved after the packet has a sender and before it leaves. */
function withHops(forward: readonly Hop[], hops: readonly Hop[]): Hop[] {
  const start = forward.findIndex(
    ({ kind }) => kind === "subnet" || kind === "internet" || kind === "on-premises",
  );
  const at = start === -1 ? forward.length : start;
  return [...forward.slice(0, at), ...hops, ...forward.slice(at)];
}

function uniqueBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

/** All that gets through between the two, whatever was asked: what passes for certain on every part. */
function allowedOf(parts: readonly Part[], asked: Asked): AllowedTraffic[] {
  const everything = { traffic: ALL_TRAFFIC, sourcePorts: asked.sourcePorts };
  const judged = parts.map(({ path }) => judgePath(path, everything));
  const traffic = judged.map(({ sometimes }) => sometimes).reduce(intersectTraffic);
  const isIpv4 = parts.every(({ destination }) => destination.family === 4);
  return describeAllowed(isIpv4 ? { ...traffic, icmpv6: [] } : { ...traffic, icmp: [] }).map((one) => {
    if (one.protocol !== "tcp" && one.protocol !== "udp") return one;
    const { protocol } = one;
    const answered = judged.map(({ answeredPorts }) => answeredPorts[protocol]);
    const isWhole = answered.every((ports) => coversPorts(ports, asked.sourcePorts));
    const [ports = EPHEMERAL_PORTS] = answered;
    return isWhole ? one : { ...one, sourcePorts: spans(ports) };
  });
}

function describeAllowed(traffic: Traffic): (AllowedTraffic & { protocol: string })[] {
  return trafficMembers.flatMap((member): AllowedTraffic[] => {
    const set = traffic[member];
    if (set.length === 0) return [];
    if (member === "tcp" || member === "udp") return [{ protocol: member, ports: spans(set) }];
    if (member === "other") {
      return pairsOf(set).map(([from, to]) => ({ protocol: from === to ? String(from) : `${from}-${to}` }));
    }
    return [{ protocol: member, ...icmpTypes(set) }];
  });
}

function spans(set: readonly number[]): PortSpan[] {
  return pairsOf(set).map(([from, to]) => ({ from, to }));
}

/** Types one by one, unless it is all of them. */
function icmpTypes(set: readonly number[]): Pick<AllowedTraffic, "icmpTypes"> {
  if (set[0] === 0 && set[1] === 65535) return {};
  const icmpTypes = pairsOf(set).flatMap(([from, to]) => {
    const found: { type: number; code: number | null }[] = [];
    for (let at = from; at <= to; at = (Math.floor(at / 256) + 1) * 256) {
      const type = Math.floor(at / 256);
      const last = Math.min(to, type * 256 + 255);
      if (at % 256 === 0 && last % 256 === 255) found.push({ type, code: null });
      else for (let code = at; code <= last; code++) found.push({ type, code: code % 256 });
    }
    return found;
  });
  return { icmpTypes };
}
