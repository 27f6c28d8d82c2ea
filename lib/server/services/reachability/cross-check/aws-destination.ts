import type { Located, Network } from "@/lib/core/network/network";
import type { FlowDestination } from "@/lib/core/reachability/flow";
import type { Hop, Trace } from "@/lib/core/reachability/trace";

/** Where AWS's analyzer is asked to go: a resource (by its ARN in another account) or an address. */
export interface AwsDestination {
  Destination?: string;
  DestinationIp?: string;
}

const ENDS: ReadonlySet<Hop["kind"]> = new Set([
  "network-interface",
  "instance",
  "internet-gateway",
  "vpc-endpoint",
]);

/**
 * The same destination as AWS knows it: an interface or instance by its id, one address, else the end of the way that
 * the engine looked at (the interface of a database, an endpoint, an internet gateway). Null where there is none.
 */
export function toAwsDestination(
  network: Network,
  destination: FlowDestination,
  trace: Trace,
  accountId: string | null,
): AwsDestination | null {
  if ("cidr" in destination) return toAddress(destination.cidr);
  if ("networkInterfaceId" in destination) {
    const id = destination.networkInterfaceId;
    return { Destination: nameOf(network.networkInterfaces.get(id), "network-interface", id, accountId) };
  }
  if ("instanceId" in destination) {
    const id = destination.instanceId;
    return { Destination: nameOf(network.instances.get(id), "instance", id, accountId) };
  }
  const end = trace.forward.slice(1).findLast(({ kind }) => ENDS.has(kind));
  if (!end) return null;
  const located =
    network.networkInterfaces.get(end.resourceId) ??
    network.instances.get(end.resourceId) ??
    network.internetGateways.get(end.resourceId) ??
    network.vpcEndpoints.get(end.resourceId);
  return { Destination: nameOf(located, end.kind, end.resourceId, accountId) };
}

/** AWS's analyzer takes one IPv4 address. */
function toAddress(cidr: string): AwsDestination | null {
  const [address = "", length = "32"] = cidr.split("/");
  return length === "32" && !address.includes(":") ? { DestinationIp: address } : null;
}

/** "For a resource in another account, use its ARN." Source: EC2 API, CreateNetworkInsightsPath. */
function nameOf(
  located: Located<unknown> | undefined,
  kind: string,
  id: string,
  accountId: string | null,
): string {
  if (!located?.accountId || located.accountId === accountId) return id;
  return `arn:aws:ec2:${located.region ?? ""}:${located.accountId}:${kind}/${id}`;
}
