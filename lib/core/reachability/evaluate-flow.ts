import type { Network } from "../network/network";
import { readCidr, findInstance, findInterface } from "./destinations/resolve-destination";
import { evaluateCase } from "./evaluate/evaluate-case";
import { unattachedTrace } from "./evaluate/unattached";
import { FlowError, type Flow } from "./flow";
import { indexNetwork, type NetworkIndex } from "./index/network-index";
import { everyVerdict, sometimesVerdict } from "./judge/combine-verdicts";
import { readAsked } from "./question/read-traffic";
import { requireDestination } from "./question/require-destination";
import { resolveSource } from "./sources/resolve-source";
import type { SourceCase } from "./sources/source-case";
import type { Explanation, FlowAnswer, Trace, Verdict } from "./trace";

/**
 * Answers a question: one trace for each place where packets may start, and their verdict together. Throws `FlowError`
 * where the question cannot be asked: an unknown id, a malformed block, a reversed range.
 */
export function evaluateFlow(network: Network, flow: Flow): FlowAnswer {
  const index = indexNetwork(network);
  requireDestination(index, flow.destination);
  const family = familyOf(index, flow);
  const asked = readAsked(flow, family);
  const sources = resolveSource(index, flow.source, family);
  const traces = sources.map((source) => {
    const question = { index, flow, source, asked, family };
    return source.kind === "unattached-function" ? unattachedTrace(question) : evaluateCase(question);
  });
  const verdict = combineTraces(
    sources,
    traces.map((trace) => trace.verdict),
  );
  return { verdict, traces, explanations: sources.every(takesTurns) ? explainDifference(traces) : [] };
}

/** A function's subnets take turns; candidates for an outside address that several VPCs hold do not. */
export function combineTraces(sources: readonly SourceCase[], verdicts: readonly Verdict[]): Verdict {
  return sources.every(takesTurns) ? sometimesVerdict(verdicts) : everyVerdict(verdicts);
}

function takesTurns({ kind }: SourceCase): boolean {
  return kind === "function" || kind === "unattached-function";
}

/** IPv6 where the destination or the protocol says so; else IPv4. */
export function familyOf(index: NetworkIndex, { source, destination, protocol }: Flow): 4 | 6 {
  const own = destinationFamily(index, { destination, protocol });
  if ("cidr" in source) {
    const range = readCidr(source.cidr, "source.cidr");
    if (range.family !== own && "cidr" in destination) {
      throw new FlowError(
        "invalid",
        "destination.cidr",
        "Source and destination are not of the same address family.",
      );
    }
    return range.family;
  }
  return own;
}

export function destinationFamily(
  index: NetworkIndex,
  { destination, protocol }: Pick<Flow, "destination" | "protocol">,
): 4 | 6 {
  const isIcmpv6 = protocol === "icmpv6" || protocol === 58;
  if ("cidr" in destination) {
    const { family } = readCidr(destination.cidr, "destination.cidr");
    if (family === 4 && isIcmpv6) throw new FlowError("invalid", "protocol", "ICMPv6 goes with IPv6.");
    if (family === 6 && (protocol === "icmp" || protocol === 1)) {
      throw new FlowError("invalid", "protocol", "ICMP goes with IPv4; IPv6 has icmpv6.");
    }
    return family;
  }
  if (isIcmpv6) return 6;
  const endpoint =
    "networkInterfaceId" in destination
      ? findInterface(index, destination.networkInterfaceId, "destination")
      : "instanceId" in destination
        ? findInstance(index, destination.instanceId, "destination")
        : undefined;
  const families = endpoint?.addresses.map(({ range }) => range.family);
  return families !== undefined && families.length > 0 && !families.includes(4) ? 6 : 4;
}

function explainDifference(traces: readonly Trace[]): Explanation[] {
  const reached = traces.filter(({ verdict }) => verdict === "reachable");
  const blocked = traces.filter(({ verdict }) => verdict === "unreachable");
  if (reached.length === 0 || blocked.length === 0) return [];
  const names = (some: readonly Trace[]) => some.map(({ subnetId }) => subnetId).join(", ");
  return [
    {
      code: "SUBNETS_ROUTE_DIFFERENTLY",
      direction: "forward",
      effect: "connectivity",
      message: `It works from ${names(reached)} and not from ${names(blocked)}: Lambda picks the subnet, so it fails now and then.`,
    },
  ];
}
