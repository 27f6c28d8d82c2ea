import { resolveDestination } from "../destinations/resolve-destination";
import type { Destination, Target } from "../destinations/target";
import { blockAll, unknownPass, type Checkpoint } from "../filters/checkpoint";
import type { Flow } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import { everyVerdict, sometimesVerdict, unknownWhichVerdict } from "../judge/combine-verdicts";
import type { Asked } from "../judge/asked";
import { formatRange, isOneAddress } from "../sets/address-range";
import { PRIVATE_RANGES } from "../sets/special-ranges";
import { ALL_TRAFFIC } from "../sets/traffic";
import type { SourceCase, SourceVariant } from "../sources/source-case";
import type { Explanation, NotEvaluated, Trace, Verdict } from "../trace";
import { coversRange } from "../sets/address-range";
import { publicReceiver } from "../path/public-receiver";
import { checkDnsServers } from "./check-dns-servers";
import { evaluatePair, type PairResult } from "./evaluate-pair";
import { explainPolicy } from "./explain-policy";
import { sourceLimits } from "./source-limits";
import { toTrace } from "./to-trace";

export interface CaseQuestion {
  index: NetworkIndex;
  flow: Flow;
  source: SourceCase;
  asked: Asked;
  family: 4 | 6;
}

/** The answer for one place where packets may start. */
export function evaluateCase(question: CaseQuestion): Trace {
  const { index, flow, source, asked, family } = question;
  if (source.unread !== undefined) return unreadTrace(source, source.unread);
  const destination = resolveDestination(index, flow.destination, source.vpcId, family);
  const [variant] = source.variants;
  if (source.unassociated !== undefined) return unassociatedTrace(source, source.unassociated);
  const acceptsNothing = "functionName" in flow.destination;
  if (destination.targets.length === 0) return withoutTarget(source, destination, acceptsNothing);
  if (!variant) return withoutAddress(source, family);
  const before = checkpointsBefore(question, destination, variant, acceptsNothing);
  const results = source.variants.map((one) => overTargets(question, destination, one, before));
  const pairs = results.flatMap(({ pairs: found }) => found);
  const verdict = sometimesVerdict(results.map((result) => result.verdict));
  const trace = toTrace({
    source,
    verdict,
    parts: pairs.flatMap(({ parts }) => parts),
    asked,
    hops: destination.hops,
    notes: [...destination.notes, ...addressNotes(pairs, source, destination)],
  });
  return explainPolicy(index, trace);
}

function checkpointsBefore(
  { index, flow, source, family }: CaseQuestion,
  destination: Destination,
  variant: SourceVariant,
  acceptsNothing: boolean,
): Checkpoint[] {
  const isName = destination.dnsServers.length > 0;
  return [
    ...sourceLimits(source, family),
    ...(acceptsNothing ? [blockAll(ACCEPTS_NOTHING)] : []),
    ...destination.checkpoints,
    ...(isName ? checkDnsServers(index, variant, destination.dnsServers, flow) : []),
  ];
}

const ACCEPTS_NOTHING: Explanation = {
  code: "LAMBDA_ACCEPTS_NO_INBOUND",
  direction: "forward",
  effect: "connectivity",
  message: "A function's interfaces accept no connections: invoke it by Lambda's API.",
};

function overTargets(
  { index, asked }: CaseQuestion,
  { mode, targets }: Destination,
  variant: SourceVariant,
  before: readonly Checkpoint[],
): { verdict: Verdict; pairs: PairResult[] } {
  const pairs = targets.map((target) => {
    const { checkpoints, ...pairing } = forSender(index, variant, target);
    return evaluatePair({ index, ...pairing, asked, checkpoints: [...before, ...checkpoints] });
  });
  const verdicts = pairs.map(({ verdict }) => verdict);
  const combine = { every: everyVerdict, "unknown-which": unknownWhichVerdict, "in-turn": sometimesVerdict }[
    mode
  ];
  return { verdict: combine(verdicts), pairs };
}

interface Pairing {
  variant: SourceVariant;
  target: Target;
  checkpoints: Checkpoint[];
}

/** From outside, an address is somebody's public one; private ones are named by private senders alone. */
function forSender(index: NetworkIndex, variant: SourceVariant, target: Target): Pairing {
  if (variant.sender.kind === "endpoint" || target.receiver !== null)
    return { variant, target, checkpoints: [] };
  const { range } = target;
  const isPrivate = PRIVATE_RANGES.some((own) => coversRange(own, range));
  if (variant.sender.kind === "internet" && isPrivate) {
    return { variant, target, checkpoints: [blockAll(fromInternet(formatRange(range)))] };
  }
  const outside = isPrivate ? variant : { ...variant, sender: { kind: "internet" as const } };
  const receiver = isOneAddress(range) ? receiverFor(index, isPrivate, range) : undefined;
  const own = receiver?.addresses.find(
    (address) => address.publicRange?.first === range.first || address.range.first === range.first,
  );
  if (receiver && own) {
    return { variant: outside, target: { ...target, receiver, range: { ...own.range } }, checkpoints: [] };
  }
  const message = `Nothing read has the address ${formatRange(range)}.`;
  const checkpoints = [unknownPass({ code: "UNKNOWN_DESTINATION", message })];
  return { variant: outside, target, checkpoints };
}

function receiverFor(index: NetworkIndex, isPrivate: boolean, range: Target["range"]) {
  if (!isPrivate) return publicReceiver(index, range.first);
  for (const vpcId of [...index.network.vpcs.keys()].sort()) {
    const endpoint = index.endpointAt(vpcId, range.first);
    if (endpoint) return endpoint;
  }
  return undefined;
}

function fromInternet(address: string): Explanation {
  return {
    code: "NO_POSSIBLE_DESTINATION",
    direction: "forward",
    effect: "connectivity",
    message: `${address} is a private address: nothing on the internet can send to it.`,
  };
}

function addressNotes(
  pairs: readonly PairResult[],
  { subnetId }: SourceCase,
  { mode }: Destination,
): NotEvaluated[] {
  const code = "NOT_EVALUATED_OTHER_ADDRESS" as const;
  if (pairs.some(({ isAddressDependent }) => isAddressDependent)) {
    const message = `It depends on which address Lambda or AWS chooses${subnetId === null ? "" : ` in ${subnetId}`}: rules treat the addresses differently.`;
    return [{ code, message, affectsVerdict: true }];
  }
  const [first] = pairs;
  if (mode === "unknown-which" && pairs.some(({ verdict }) => verdict !== first?.verdict)) {
    return [
      { code, message: "It depends on which of its subnets or interfaces it is in.", affectsVerdict: true },
    ];
  }
  return [];
}

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

function unreadTrace(source: SourceCase, reason: string): Trace {
  const missing = { code: "NOT_EVALUATED_UNREAD" as const, message: `${reason}.`, affectsVerdict: true };
  return { ...emptyTrace(source, "unknown"), notEvaluated: [missing] };
}

/** A destination that has no address: a function without interfaces, what is in no VPC, or what was not read. */
function withoutTarget(source: SourceCase, destination: Destination, acceptsNothing: boolean): Trace {
  const { notes, hops, checkpoints } = destination;
  const explanations = acceptsNothing
    ? [ACCEPTS_NOTHING]
    : checkpoints.flatMap(({ explain }) => explain(ALL_TRAFFIC));
  if (explanations.length > 0) return { ...emptyTrace(source, "unreachable"), explanations };
  const message = "Where the destination is was not read: none of its interfaces or subnets is known.";
  const missing = { code: "UNKNOWN_DESTINATION" as const, message, affectsVerdict: true };
  return { ...emptyTrace(source, "unknown"), forward: [...hops], notEvaluated: [...notes, missing] };
}

function unassociatedTrace(source: SourceCase, resourceId: string): Trace {
  const explanation: Explanation = {
    code: "UNASSOCIATED_COMPONENT",
    direction: "forward",
    effect: "connectivity",
    resourceId,
    message: `${resourceId} is in no VPC.`,
  };
  return { ...emptyTrace(source, "unreachable"), explanations: [explanation] };
}

function withoutAddress(source: SourceCase, family: 4 | 6): Trace {
  const explanation: Explanation = {
    code: source.kind === "function" ? "LAMBDA_IPV6_NOT_ALLOWED" : "UNASSOCIATED_COMPONENT",
    direction: "forward",
    effect: "connectivity",
    ...(source.subnetId !== null && { resourceId: source.subnetId }),
    message: `The source has no IPv${family} address.`,
  };
  return { ...emptyTrace(source, "unreachable"), explanations: [explanation] };
}
