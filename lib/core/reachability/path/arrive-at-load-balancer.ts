import { coverageOf, describeGap } from "../../network/coverage-of";
import type { Endpoint } from "../index/endpoint";
import type { LocatedLoadBalancer } from "../index/load-balancers";
import { readListeners, trafficOfListeners, type ReadListener } from "../load-balancers/read-listeners";
import { targetsOfListener } from "../load-balancers/targets-of-listener";
import { ALL_TRAFFIC } from "../sets/traffic";
import { block, note, restrict, unknown, type Walk } from "../walk/walk";

/** What a load balancer takes: while it is active, and on the ports of its listeners. */
export function arriveAtLoadBalancer(walk: Walk, endpoint: Endpoint): void {
  const loadBalancer = walk.index.loadBalancerOfInterface(endpoint);
  if (!loadBalancer) {
    const call = "elbv2.DescribeLoadBalancers";
    const { network } = walk.index;
    const gap = describeGap(call, coverageOf(network, call, network.networkInterfaces.get(endpoint.id)));
    const who = endpoint.description === "" ? "a load balancer" : endpoint.description;
    unknown(walk, {
      code: "NOT_EVALUATED_UNREAD",
      resourceId: endpoint.id,
      message: `What ${who} (${endpoint.id}) listens on is not known: ${gap ?? "no load balancer read has this interface"}.`,
    });
    return;
  }
  checkState(walk, loadBalancer);
  const { LoadBalancerArn: arn, LoadBalancerName: name = arn } = loadBalancer.resource;
  const { listeners, gap } = readListeners(walk.index, loadBalancer);
  checkListeners(walk, arn, name, listeners, gap);
  if (listeners.length > 0) noteTargets(walk, loadBalancer, listeners);
}

function checkState(walk: Walk, { resource }: LocatedLoadBalancer): void {
  const { LoadBalancerArn, LoadBalancerName = LoadBalancerArn, State } = resource;
  if (State?.Code !== "provisioning" && State?.Code !== "failed") return;
  block(walk, {
    code: "BAD_STATE",
    resourceId: LoadBalancerArn,
    evidence: [{ resourceId: LoadBalancerArn, fact: `State.Code ${State.Code}` }],
    message: `The load balancer ${LoadBalancerName} is ${State.Code === "failed" ? "failed" : "still being provisioned"}.`,
  });
}

function checkListeners(
  walk: Walk,
  arn: string,
  name: string,
  listeners: readonly ReadListener[],
  gap: string | undefined,
): void {
  const traffic = trafficOfListeners(listeners);
  if (gap !== undefined) {
    const message = `Whether ${name} listens on other ports is not known: ${gap}.`;
    const missing = { code: "NOT_EVALUATED_UNREAD" as const, resourceId: arn, message, affectsVerdict: true };
    walk.checkpoints.push({ must: traffic, may: ALL_TRAFFIC, explain: () => [], missing: [missing] });
    return;
  }
  const texts = [...new Set(listeners.map(({ text }) => text))];
  restrict(walk, traffic, {
    code: "ELBV2_LISTENERS_MISMATCH",
    resourceId: arn,
    evidence: texts.map((text) => ({ resourceId: arn, fact: `listener ${text}` })),
    message:
      texts.length === 0
        ? `The load balancer ${name} has no listeners.`
        : `The load balancer ${name} listens on ${texts.join(", ")} only.`,
  });
}

/** What is left out of the answer. */
function noteTargets(
  walk: Walk,
  loadBalancer: LocatedLoadBalancer,
  listeners: readonly ReadListener[],
): void {
  const { LoadBalancerArn, LoadBalancerName = "the load balancer", Type } = loadBalancer.resource;
  const found = listeners.map(({ resource }) => targetsOfListener(walk.index, loadBalancer, resource));
  const targets = found.flatMap((one) => one.targets);
  if (targets.length > 0) {
    const areUnhealthy = targets.every(({ state }) => state?.startsWith("unhealthy"));
    const message = areUnhealthy
      ? `When it was read, every target of ${LoadBalancerName} was unhealthy; whether that is still so is not evaluated.`
      : `Whether the targets of ${LoadBalancerName} are healthy is not evaluated.`;
    note(walk, "NOT_EVALUATED_TARGET_HEALTH", message, LoadBalancerArn);
  }
  if (Type === "application") {
    const message = `Rules of the listeners of ${LoadBalancerName} were not read: the targets of their default actions count.`;
    note(walk, "NOT_EVALUATED_UNREAD", message, LoadBalancerArn);
  }
}
