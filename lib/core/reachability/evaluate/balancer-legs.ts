import { coverageOf, describeGap } from "../../network/coverage-of";
import { primaryEndpoint } from "../destinations/resolve-destination";
import type { Target } from "../destinations/target";
import type { Endpoint } from "../index/endpoint";
import type { LocatedLoadBalancer } from "../index/load-balancers";
import type { NetworkIndex } from "../index/network-index";
import { EPHEMERAL_PORTS } from "../judge/asked";
import { explainPath } from "../judge/explain-path";
import type { ReadListener } from "../load-balancers/read-listeners";
import type { BalancedTarget } from "../load-balancers/targets-of-listener";
import type { Arrival } from "../path/path";
import { parseCidr, type AddressRange } from "../sets/address-range";
import { portsBetween } from "../sets/port-set";
import { trafficOf } from "../sets/traffic";
import { lowerFirst } from "../sentence/lower-first";
import type { Explanation, NotEvaluated, Verdict } from "../trace";
import type { Cuts } from "../walk/cuts";
import { foundLegs, verdictLegs, withFoundLegs } from "./known-legs";
import { evaluatePair, type Behind, type PairQuestion, type PairResult } from "./evaluate-pair";

export interface LegQuestion {
  arrival: Arrival;
  /** The question that led to the load balancer. */
  pair: PairQuestion;
  cuts: Cuts;
  /** For a target that is a load balancer itself. */
  behind: Behind;
  /** How many load balancers led to this one. */
  depth: number;
  loadBalancer: LocatedLoadBalancer;
  listener: ReadListener;
}

/** The way from a load balancer's interface to one of its targets. */
export interface BalancerLeg {
  verdict: Verdict;
  keepsClientAddress: boolean;
  explain: () => Explanation[];
  missing: () => NotEvaluated[];
}

export function balancerLegs(question: LegQuestion, targets: readonly BalancedTarget[]): BalancerLeg[] {
  const legs: BalancerLeg[] = [];
  const divided: LegResult[] = [];
  for (const target of targets) {
    // Lambda is invoked by its API.
    if (target.kind === "lambda") return [REACHED];
    const places = placesOf(question.pair.index, target);
    if (typeof places === "string") legs.push(unknownLeg(places, target));
    else if (places.length === 0) legs.push(goneLeg(target));
    for (const place of typeof places === "string" ? [] : places) {
      const results = waysToKeep(target).map((way) => evaluateLeg(question, way, place));
      const leg = combineWays(question, target, results);
      if (leg.verdict === "reachable") return [leg];
      divided.push(...results.filter((result) => result !== null));
      legs.push(leg);
    }
  }
  for (const result of divided) cutAlike(question, result);
  return legs;
}

type KnownTarget = BalancedTarget & { keepsClientAddress: boolean };

/** With the client's address and with the load balancer's own, where it is not known which the target sees. */
function waysToKeep(target: BalancedTarget): KnownTarget[] {
  const { keepsClientAddress: known } = target;
  return (known === null ? [true, false] : [known]).map((keepsClientAddress) => ({
    ...target,
    keepsClientAddress,
  }));
}

function combineWays(
  { pair, loadBalancer }: LegQuestion,
  target: BalancedTarget,
  results: readonly (LegResult | null)[],
): BalancerLeg {
  const [first, second = first] = results;
  if (!first || !second) return unknownLeg("from which address is not known", target);
  if (first.pair.verdict === second.pair.verdict) return toLeg(first, target);
  const call = "elbv2.DescribeTargetGroupAttributes";
  const gap = describeGap(call, coverageOf(pair.index.network, call, loadBalancer)) ?? "no answer tells it";
  return unknownLeg(`whether it sees the client's address is not known (${gap})`, target);
}

const REACHED: BalancerLeg = {
  verdict: "reachable",
  keepsClientAddress: false,
  explain: () => [],
  missing: () => [],
};

/** Where rules of a target tell clients apart, the question is asked of each. */
function cutAlike({ cuts }: LegQuestion, { client, pair: { parts } }: LegResult): void {
  if (client === null) return;
  for (const part of parts) if (part.source !== client) cuts.add(client, part.source);
}

/** None where it is gone; a reason where it is not known. */
function placesOf(index: NetworkIndex, { kind, id, vpcId, family }: BalancedTarget): Target[] | string {
  const addressed = (endpoints: readonly Endpoint[]): Target[] | string => {
    const places = endpoints.flatMap((endpoint) => {
      const own = endpoint.addresses.find(({ range }) => range.family === family);
      return own ? [{ range: own.range, isInternetAtLarge: false, receiver: endpoint }] : [];
    });
    return places.length > 0 ? places : `no IPv${family} address of it is among those read`;
  };
  if (kind === "instance") {
    const endpoint = primaryEndpoint(index, id);
    if (endpoint) return addressed([endpoint]);
    return index.network.instances.has(id) ? [] : "it is not among the instances read";
  }
  if (kind === "alb") {
    const found = index.endpointsOfLoadBalancer(id);
    return found.length > 0 ? addressed(found) : "its interfaces are not among those read";
  }
  const range = parseCidr(id);
  if (!range) return `${id} is not an address`;
  const receiver = index.endpointAt(vpcId, range.first) ?? null;
  return [{ range: { ...range }, isInternetAtLarge: false, receiver, isFoundByAddress: true }];
}

interface LegResult {
  pair: PairResult;
  asked: PairQuestion["asked"];
  /** The client's address where the target sees that as the sender's. */
  client: AddressRange | null;
}

/** Null where who the sender is to the target is not known. */
function evaluateLeg(
  { arrival, pair, behind, listener, depth }: LegQuestion,
  target: KnownTarget,
  place: Target,
): LegResult | null {
  const { family } = place.range;
  const { endpoint, source } = arrival;
  // To a target of the other family the load balancer sends with an address of its own.
  const isClientKept = target.keepsClientAddress && (source === null || source.family === family);
  const own = endpoint.addresses.find((one) => one.range.family === family);
  const range = isClientKept ? source : own?.range;
  if (!range) return null;
  const ports = portsBetween(target.port, target.port);
  const asked = { traffic: trafficOf(listener.protocol, ports), sourcePorts: EPHEMERAL_PORTS };
  const isInternetAtLarge = isClientKept && pair.variant.isInternetAtLarge;
  const sender = { kind: "endpoint" as const, endpoint };
  const { index, isVerdictOnly } = pair;
  const variant = { sender, range, isInternetAtLarge };
  const leg = { index, variant, target: place, asked, checkpoints: [], isVerdictOnly, behind };
  // Behind an address of its own, every client fares alike.
  const client = isClientKept ? `${isInternetAtLarge} ${range.first} ${range.last}` : "";
  const known = isVerdictOnly && !isClientKept ? verdictLegs(index, endpoint.id) : foundLegs(pair).legs;
  const { kind, vpcId, id, port } = target;
  const to = [kind, vpcId, id, place.receiver?.id, family, port, listener.protocol];
  const key = [endpoint.id, depth, client, ...to].join(" ");
  const result = known.get(key) ?? evaluatePair(withFoundLegs(leg, pair));
  known.set(key, result);
  return { pair: result, asked, client: isClientKept ? range : null };
}

function toLeg({ pair, asked, client }: LegResult, target: BalancedTarget): BalancerLeg {
  const explained = () => pair.parts.map(({ path }) => explainPath(path, asked));
  return {
    verdict: pair.verdict,
    keepsClientAddress: client !== null,
    explain: () =>
      explained().flatMap(({ explanations }) =>
        explanations.map((one) => ({
          ...one,
          message: `The ${nameOf(target)} is not reached: ${lowerFirst(one.message)}`,
        })),
      ),
    missing: () =>
      explained().flatMap(({ notEvaluated }) =>
        notEvaluated.map((one) => ({
          ...one,
          message: `To the ${nameOf(target)}: ${lowerFirst(one.message)}`,
        })),
      ),
  };
}

function nameOf({ id, port }: BalancedTarget): string {
  return `target ${id} on ${port}`;
}

function unknownLeg(reason: string, target: BalancedTarget): BalancerLeg {
  const message = `Whether the ${nameOf(target)} is reached is not known: ${reason}.`;
  const missing = { code: "NOT_EVALUATED_UNREAD" as const, message, affectsVerdict: true };
  return { verdict: "unknown", keepsClientAddress: false, explain: () => [], missing: () => [missing] };
}

function goneLeg(target: BalancedTarget): BalancerLeg {
  const explanation: Explanation = {
    code: "UNASSOCIATED_COMPONENT",
    direction: "forward",
    effect: "connectivity",
    resourceId: target.id,
    message: `The ${nameOf(target)} is in no VPC.`,
  };
  return {
    verdict: "unreachable",
    keepsClientAddress: false,
    explain: () => [explanation],
    missing: () => [],
  };
}
