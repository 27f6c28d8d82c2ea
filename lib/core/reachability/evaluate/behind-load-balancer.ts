import { unknownPass, type Checkpoint } from "../filters/checkpoint";
import type { Endpoint } from "../index/endpoint";
import { readListeners, type ReadListener } from "../load-balancers/read-listeners";
import { targetsOfListener } from "../load-balancers/targets-of-listener";
import { ALL_TRAFFIC, sharesTraffic, subtractTraffic } from "../sets/traffic";
import type { Explanation, NotEvaluated } from "../trace";
import type { LocatedLoadBalancer } from "../index/load-balancers";
import { foundLegs } from "./known-legs";
import type { Behind } from "./evaluate-pair";
import { balancerLegs, type BalancerLeg, type LegQuestion } from "./balancer-legs";

/**
 * A load balancer opens connections of its own, or sends the client's on, to one of its targets: that one of them can be
 * reached from it is enough, because it sends nothing to those that fail their health checks.
 */
export const behindLoadBalancer: Behind = behindAtDepth(0);

/** An NLB may lead to an ALB; longer chains are not followed. */
const MOST_LOAD_BALANCERS = 3;

function behindAtDepth(depth: number): Behind {
  return (arrival, question, cuts) => {
    const { index, asked, isVerdictOnly } = question;
    if (arrival.endpoint.role !== "load-balancer") return [];
    const loadBalancer = index.loadBalancerOfInterface(arrival.endpoint);
    // Its arrival says what is not known of it.
    if (!loadBalancer) return [];
    if (depth === MOST_LOAD_BALANCERS) return [chainTooLong(arrival.endpoint)];
    const base = { arrival, pair: question, cuts, behind: behindAtDepth(depth + 1), depth };
    const check = () =>
      readListeners(index, loadBalancer)
        .listeners.filter(({ traffic }) => !isVerdictOnly || sharesTraffic(traffic, asked.traffic))
        .flatMap((listener) => checkListener({ ...base, listener, loadBalancer }));
    // A Network Load Balancer's targets may see the client; for a verdict alone not all listeners are asked.
    if (isVerdictOnly || loadBalancer.resource.Type === "network") return check();
    const { behind } = foundLegs(question);
    const key = `${depth} ${arrival.endpoint.id}`;
    const found = behind.get(key) ?? check();
    behind.set(key, found);
    return found;
  };
}

/** As many are told of the targets of one listener, which may be a hundred thousand. */
const MOST_TOLD = 1_000;

/** What several have to tell, until that is enough. */
function told<T>(legs: readonly BalancerLeg[], tell: (leg: BalancerLeg) => readonly T[]): T[] {
  const all: T[] = [];
  for (const leg of legs) {
    if (all.length >= MOST_TOLD) break;
    for (const one of tell(leg)) all.push(one);
  }
  return all;
}

function chainTooLong({ id }: Endpoint): Checkpoint {
  const message = `Load balancers behind load balancers are followed ${MOST_LOAD_BALANCERS} times, and not beyond ${id}.`;
  return unknownPass({ code: "NOT_EVALUATED_TOO_LARGE", resourceId: id, message });
}

function checkListener(question: LegQuestion): Checkpoint[] {
  const { listener, loadBalancer, pair } = question;
  const { needsNoTarget, targets, gaps } = targetsOfListener(pair.index, loadBalancer, listener.resource);
  if (needsNoTarget) return [];
  const legs = balancerLegs(question, targets);
  if (legs.some(({ verdict }) => verdict === "reachable")) return [];
  if (gaps.length === 0 && legs.every(({ verdict }) => verdict === "unreachable")) {
    return [listenerBlock(listener, loadBalancer, legs)];
  }
  const { LoadBalancerArn, LoadBalancerName = "the load balancer" } = loadBalancer.resource;
  const missing: NotEvaluated[] = [
    ...gaps.map((gap) => ({
      code: "NOT_EVALUATED_UNREAD" as const,
      resourceId: LoadBalancerArn,
      message: `Where ${LoadBalancerName} sends ${listener.text} is not known: ${gap}.`,
      affectsVerdict: true,
    })),
    ...told(legs, (leg) => leg.missing()),
  ];
  return [{ must: withoutListener(listener), may: ALL_TRAFFIC, explain: () => [], missing }];
}

/** What is for other listeners passes here. */
function withoutListener({ traffic }: ReadListener) {
  return subtractTraffic(ALL_TRAFFIC, traffic);
}

function listenerBlock(
  listener: ReadListener,
  { resource }: LocatedLoadBalancer,
  legs: readonly BalancerLeg[],
): Checkpoint {
  const passing = withoutListener(listener);
  const { LoadBalancerArn, LoadBalancerName = "the load balancer" } = resource;
  const base = {
    direction: "forward" as const,
    effect: "connectivity" as const,
    resourceId: LoadBalancerArn,
  };
  const empty: Explanation = {
    ...base,
    code: "ELBV2_LISTENER_HAS_NO_TG",
    message: `The target groups of listener ${listener.text} of ${LoadBalancerName} are empty.`,
  };
  const kept: Explanation = {
    ...base,
    code: "ELBV2_SOURCE_ADDRESS_PRESERVATION",
    message: `${LoadBalancerName} keeps the client's address: rules of its targets see the client as the sender.`,
  };
  return {
    must: passing,
    may: passing,
    explain: () => [
      ...(legs.length === 0 ? [empty] : []),
      ...told(legs, (leg) => leg.explain()),
      ...(legs.some(({ keepsClientAddress }) => keepsClientAddress) ? [kept] : []),
    ],
    missing: [],
  };
}
