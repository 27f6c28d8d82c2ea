import type { Destination } from "../destinations/target";
import type { FlowDestination } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import { ALL_TRAFFIC } from "../sets/traffic";
import type { SourceCase } from "../sources/source-case";
import type { Explanation, Trace, Verdict } from "../trace";
import { nameCheckpoints } from "./check-dns-servers";
import { ACCEPTS_NOTHING } from "./judge-case";

function emptyTrace({ subnetId, networkInterfaceId }: SourceCase, verdict: Verdict): Trace {
  return {
    subnetId,
    ...(networkInterfaceId !== undefined && { networkInterfaceId }),
    verdict,
    forward: [],
    return: [],
    explanations: [],
    notEvaluated: [],
    allowed: [],
  };
}

/** Of what starts where nothing was read only one thing is certain: that a function accepts no connections. */
export function unreadTrace(source: SourceCase, reason: string, asks: FlowDestination): Trace {
  if ("functionName" in asks)
    return { ...emptyTrace(source, "unreachable"), explanations: [ACCEPTS_NOTHING] };
  const missing = { code: "NOT_EVALUATED_UNREAD" as const, message: `${reason}.`, affectsVerdict: true };
  return { ...emptyTrace(source, "unknown"), notEvaluated: [missing] };
}

/** A destination that has no address: a function without interfaces, what is in no VPC, or what was not read. */
export function withoutTarget(
  index: NetworkIndex,
  source: SourceCase,
  destination: Destination,
  asks: FlowDestination,
): Trace {
  const { notes, hops } = destination;
  const explanations =
    "functionName" in asks
      ? [ACCEPTS_NOTHING]
      : nameCheckpoints(index, source.variants[0], destination, asks).flatMap((checkpoint) =>
          checkpoint.explain(ALL_TRAFFIC),
        );
  if (explanations.length > 0) return { ...emptyTrace(source, "unreachable"), explanations };
  const message = "Where the destination is was not read: none of its interfaces or subnets is known.";
  const missing = { code: "UNKNOWN_DESTINATION" as const, message, affectsVerdict: true };
  return { ...emptyTrace(source, "unknown"), forward: [...hops], notEvaluated: [...notes, missing] };
}

export function unassociatedTrace(source: SourceCase, resourceId: string): Trace {
  const explanation: Explanation = {
    code: "UNASSOCIATED_COMPONENT",
    direction: "forward",
    effect: "connectivity",
    resourceId,
    message: `${resourceId} is in no VPC.`,
  };
  return { ...emptyTrace(source, "unreachable"), explanations: [explanation] };
}

export function withoutAddress(source: SourceCase, family: 4 | 6): Trace {
  const explanation: Explanation = {
    code: source.kind === "function" ? "LAMBDA_IPV6_NOT_ALLOWED" : "UNASSOCIATED_COMPONENT",
    direction: "forward",
    effect: "connectivity",
    ...(source.subnetId !== null && { resourceId: source.subnetId }),
    message: `The source has no IPv${family} address.`,
  };
  return { ...emptyTrace(source, "unreachable"), explanations: [explanation] };
}

/** The verdict of one of these traces, where the question is settled so; else null. */
export function settledVerdict(
  index: NetworkIndex,
  source: SourceCase,
  destination: Destination,
  asks: FlowDestination,
): Verdict | null {
  if (source.unread !== undefined) return "functionName" in asks ? "unreachable" : "unknown";
  if (source.unassociated !== undefined) return "unreachable";
  return destination.targets.length > 0 ? null : withoutTarget(index, source, destination, asks).verdict;
}
