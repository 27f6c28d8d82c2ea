import type { Located, Resource } from "@/lib/core/network/network";
import type { NetworkInterface } from "../places/interfaces";
import { Blocked, type Packet, type Walk } from "../walk";
import { balancerOf } from "./balancers";
import { sendToTarget } from "./send-to-target";
import { targetsOf } from "./targets";

type LoadBalancer = Located<Resource<"LoadBalancers">>;
type Listener = Resource<"Listeners">;

/** An NLB may lead to an ALB; the engine follows no longer chains, and neither is one known. */
const MOST_LOAD_BALANCERS = 3;

/** Through a load balancer to one of its targets at least. `client` is null where it is not known who arrives. */
export function passLoadBalancer(walk: Walk, at: NetworkInterface, client: string | null): void {
  const { network, doubts } = walk;
  const found = balancerOf(network, at);
  if (!found) {
    doubts.push("NOT_EVALUATED_UNREAD load balancer");
    return;
  }
  const { State, LoadBalancerArn } = found.resource;
  if (State?.Code === "provisioning" || State?.Code === "failed")
    throw new Blocked("BAD_STATE load balancer");
  const listeners = [...network.listeners.values()]
    .map(({ resource }) => resource)
    .filter((one) => one.LoadBalancerArn === LoadBalancerArn);
  const taking = listeners.filter((one) => takes(one, walk.packet));
  if (taking.length === 0) missListener(walk, found, listeners);
  else if (walk.depth === MOST_LOAD_BALANCERS) doubts.push("NOT_EVALUATED_TOO_LARGE load balancers");
  else for (const listener of taking) passTargets(walk, { at, found, client }, listener);
}

function missListener(
  { network, doubts }: Walk,
  { captureIndex }: LoadBalancer,
  listeners: Listener[],
): void {
  const isRead = network.captures[captureIndex]?.coverage.get("elbv2.DescribeListeners")?.status === "ok";
  const isOdd = listeners.some(
    ({ Port, Protocol }) => Port === undefined || PROTOCOLS[Protocol ?? ""] === undefined,
  );
  if (isRead && !isOdd) throw new Blocked("ELBV2_LISTENERS_MISMATCH");
  doubts.push("NOT_EVALUATED_UNREAD listeners");
}

const PROTOCOLS: Readonly<Record<string, readonly number[]>> = {
  HTTP: [6],
  HTTPS: [6],
  TCP: [6],
  TLS: [6],
  UDP: [17],
  TCP_UDP: [6, 17],
  QUIC: [17],
  TCP_QUIC: [6, 17],
};

function takes({ Protocol, Port }: Listener, { protocol, destinationPort }: Packet): boolean {
  return (PROTOCOLS[Protocol ?? ""] ?? []).includes(protocol) && Port === destinationPort;
}

interface Balancer {
  at: NetworkInterface;
  found: LoadBalancer;
  client: string | null;
}

/** That one target can be reached is enough: nothing is sent to those that fail their health checks. */
function passTargets(walk: Walk, { at, found, client }: Balancer, listener: Listener): void {
  const { targets, isWhole, isAnswered } = targetsOf(walk.network, found.resource, listener);
  if (isAnswered) return;
  const verdicts = targets.map((target) => {
    const { keepsClient } = target;
    if (keepsClient !== null) return sendToTarget(walk, { at, target: { ...target, keepsClient }, client });
    const [kept, own] = [true, false].map((way) =>
      sendToTarget(walk, { at, target: { ...target, keepsClient: way }, client }),
    );
    return kept === own ? kept : "unknown";
  });
  if (verdicts.includes("reachable")) return;
  if (isWhole && verdicts.every((verdict) => verdict === "unreachable"))
    throw new Blocked(targets.length === 0 ? "ELBV2_LISTENER_HAS_NO_TG" : "TARGETS of a load balancer");
  walk.doubts.push("NOT_EVALUATED_UNREAD targets");
}
