import { coverageOf, describeGap } from "../../network/coverage-of";
import type { Identified } from "../../network/resource-id";
import type { LocatedLoadBalancer } from "../index/load-balancers";
import type { NetworkIndex } from "../index/network-index";
import { portsBetween } from "../sets/port-set";
import { TCP, trafficOf, UDP, uniteAllTraffic, type Traffic } from "../sets/traffic";

/** A listener with one of the protocols that it takes: `TCP_UDP` makes two. */
export interface ReadListener {
  protocol: typeof TCP | typeof UDP;
  port: number;
  traffic: Traffic;
  /** In AWS's words: `HTTPS 443`. */
  text: string;
  resource: Identified<"Listeners">;
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
  const found = index.listenersOfLoadBalancer(loadBalancer.resource.LoadBalancerArn);
  const call = "elbv2.DescribeListeners";
  const listeners: ReadListener[] = [];
  let gap = describeGap(call, coverageOf(index.network, call, loadBalancer));
  for (const { resource } of found) {
    const { Port: port, Protocol = "", ListenerArn } = resource;
    const protocols = PROTOCOLS.get(Protocol);
    if (port === undefined || protocols === undefined) {
      gap ??= `what ${ListenerArn} takes is not known`;
      continue;
    }
    const text = `${Protocol} ${port}`;
    for (const protocol of protocols) {
      listeners.push({
        protocol,
        port,
        traffic: trafficOf(protocol, portsBetween(port, port)),
        text,
        resource,
      });
    }
  }
  return { listeners, gap };
}

export function trafficOfListeners(listeners: readonly ReadListener[]): Traffic {
  return uniteAllTraffic(listeners.map(({ traffic }) => traffic));
}
