import { coverageOf, describeGap } from "../../network/coverage-of";
import type { Resource } from "../../network/network";
import type { LocatedLoadBalancer } from "../index/load-balancers";
import type { NetworkIndex } from "../index/network-index";
import { portsBetween } from "../sets/port-set";
import { NO_TRAFFIC, TCP, trafficOf, UDP, uniteTraffic, type Traffic } from "../sets/traffic";

/** A listener with one of the protocols that it takes: `TCP_UDP` makes two. */
export interface ReadListener {
  protocol: typeof TCP | typeof UDP;
  port: number;
  traffic: Traffic;
  /** In AWS's words: `HTTPS 443`. */
  text: string;
  resource: Resource<"Listeners">;
}

export interface ReadListeners {
  listeners: readonly ReadListener[];
  /** Why there may be more; undefined where these are all. */
  gap: string | undefined;
}

/** Source: Elastic Load Balancing API Reference, `Listener`; QUIC runs over UDP. */
const PROTOCOLS: ReadonlyMap<string, readonly (typeof TCP | typeof UDP)[]> = new Map([
  ["HTTP", [TCP]],
  ["HTTPS", [TCP]],
  ["TCP", [TCP]],
  ["TLS", [TCP]],
  ["UDP", [UDP]],
  ["TCP_UDP", [TCP, UDP]],
  ["QUIC", [UDP]],
  ["TCP_QUIC", [TCP, UDP]],
]);

export function readListeners(index: NetworkIndex, loadBalancer: LocatedLoadBalancer): ReadListeners {
  const arn = loadBalancer.resource.LoadBalancerArn;
  const found = index.listenersOfLoadBalancer(arn);
  const listeners = found.flatMap(({ resource }): ReadListener[] => {
    const { Port, Protocol = "" } = resource;
    if (Port === undefined) return [];
    return (PROTOCOLS.get(Protocol) ?? []).map((protocol) => ({
      protocol,
      port: Port,
      traffic: trafficOf(protocol, portsBetween(Port, Port)),
      text: `${Protocol} ${Port}`,
      resource,
    }));
  });
  const call = "elbv2.DescribeListeners";
  const odd = found.find(
    ({ resource }) => resource.Port === undefined || !PROTOCOLS.has(resource.Protocol ?? ""),
  );
  const gap =
    describeGap(call, coverageOf(index.network, call, loadBalancer)) ??
    (odd && `what ${odd.resource.ListenerArn} takes is not known`);
  return { listeners, gap };
}

export function trafficOfListeners(listeners: readonly ReadListener[]): Traffic {
  return listeners.map(({ traffic }) => traffic).reduce(uniteTraffic, NO_TRAFFIC);
}
