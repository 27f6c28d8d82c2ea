import type { ReachabilityConnection } from "@/lib/contract/reachability/matrix";
import type { Connection, Network } from "@/lib/core/network/network";
import type { FlowSource } from "@/lib/core/reachability/flow";
import { requireVpc } from "../vpcs/require-vpc";

/** Enough to tell what a connection is; a list of functions can be had by its VPC. */
const NAMES_SHOWN = 20;
/** Enough to find a function by its name in a matrix: 10,000 are some 300 KiB. */
export const NAMES_FOUND = 1000;

/** The connections of a VPC, or of all, by id. Throws ApiError `not_found` for a VPC that the snapshot lacks. */
export function listConnections(network: Network, vpcId: string | undefined): Connection[] {
  if (vpcId !== undefined) requireVpc(network, vpcId);
  return [...network.connections.values()]
    .filter((connection) => vpcId === undefined || connection.vpcId === vpcId)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function toReachabilityConnection(
  network: Network,
  connection: Connection,
  namesShown = NAMES_SHOWN,
): ReachabilityConnection {
  const { id, vpcId, accountId, region, ipv6AllowedForDualStack, functionArns, versionArns } = connection;
  const names = functionArns.flatMap((arn) => network.functions.get(arn)?.functionName ?? []);
  return {
    connectionId: id,
    vpcId,
    accountId,
    region,
    subnetIds: [...connection.subnetIds],
    securityGroupIds: [...connection.securityGroupIds],
    ipv6AllowedForDualStack,
    functionCount: functionArns.length,
    versionCount: versionArns.length,
    functionNames: names.sort().slice(0, namesShown),
  };
}

/** A connection as the engine is asked about it. */
export function toFlowSource({
  subnetIds,
  securityGroupIds,
  ipv6AllowedForDualStack,
}: Connection): FlowSource {
  return { connection: { subnetIds, securityGroupIds, ipv6AllowedForDualStack } };
}
