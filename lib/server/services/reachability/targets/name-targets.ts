import type { ReachabilityTarget } from "@/lib/contract/reachability/targets";
import { findFunctions } from "@/lib/core/network/connections/find-functions";
import { nameTag } from "@/lib/core/network/name-tag";
import type { Network } from "@/lib/core/network/network";
import type { Flow, FlowDestination } from "@/lib/core/reachability/flow";
import { listAllTargets } from "./list-all-targets";

/** The traffic that a request asks about; where it says nothing, each target's own. */
export type AskedTraffic = Partial<Pick<Flow, "protocol" | "port">>;

type Member = FlowDestination extends infer Form ? (Form extends Form ? keyof Form : never) : never;

const kindOf: Record<Member, ReachabilityTarget["kind"]> = {
  cidr: "cidr",
  internet: "internet",
  service: "service",
  networkInterfaceId: "network-interface",
  instanceId: "instance",
  dbInstanceIdentifier: "db-instance",
  cacheClusterId: "cache-cluster",
  loadBalancerArn: "load-balancer",
  functionName: "function",
};

/** Gives destinations their names, and what to ask about them. */
export function createTargetNamer(
  network: Network,
): (destination: FlowDestination, asked: AskedTraffic) => ReachabilityTarget {
  const known = new Map<string, ReachabilityTarget>();
  for (const target of listAllTargets(network)) {
    for (const destination of waysToName(network, target)) known.set(JSON.stringify(destination), target);
  }
  return (destination, asked) =>
    withTraffic(known.get(JSON.stringify(destination)) ?? unlisted(network, destination), asked);
}

export function withTraffic(
  target: ReachabilityTarget,
  { protocol, port }: AskedTraffic,
): ReachabilityTarget {
  if (protocol === undefined && port === undefined) return target;
  return { ...target, protocol: protocol ?? "tcp", port: port ?? null };
}

/** A data store may be named by its identifier as well as by its ARN. */
function waysToName(network: Network, { kind, destination, label }: ReachabilityTarget): object[] {
  const id = destination.dbInstanceIdentifier ?? destination.cacheClusterId ?? "";
  if (kind === "db-instance") return [destination, { dbInstanceIdentifier: label }];
  if (kind !== "cache-cluster") return [destination];
  const cacheClusterId = network.cacheClusters.get(id)?.resource.ARN;
  return [destination, { cacheClusterId: label }, { cacheClusterId }];
}

/** What is in no list: asked about on every port of TCP, a service on 443. */
function unlisted(network: Network, destination: FlowDestination): ReachabilityTarget {
  const [[member, value] = ["", ""]] = Object.entries(destination);
  const kind = kindOf[member as Member]; // TypeScript gives an object's keys as strings
  const target = { kind, destination, protocol: "tcp" as const, port: kind === "service" ? 443 : null };
  const { key, label, vpcId } = placeOf(network, kind, String(value));
  return { ...target, key: `${kind}:${key}`, label, vpcId };
}

function placeOf(network: Network, kind: ReachabilityTarget["kind"], name: string) {
  if (kind === "network-interface") {
    const resource = network.networkInterfaces.get(name)?.resource;
    return { key: name, label: (resource && nameTag(resource)) ?? name, vpcId: resource?.VpcId ?? null };
  }
  const [fn] = kind === "function" ? findFunctions(network, name) : [];
  if (fn) return { key: fn.arn, label: fn.functionName, vpcId: fn.attachment?.vpcId ?? null };
  return { key: name, label: name, vpcId: null };
}
