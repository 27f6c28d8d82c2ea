import type { ReadCall } from "@/lib/core/network/calls";
import { coverageOf } from "@/lib/core/network/coverage-of";
import type { Network } from "@/lib/core/network/network";
import { FlowError, type FlowSource } from "@/lib/core/reachability/flow";

/**
 * Throws FlowError where a connection names what does not exist, or subnets of several VPCs, which AWS refuses. Where
 * the snapshot is not whole it may exist: then the engine answers with what is unknown.
 */
export function requireConnection(network: Network, source: FlowSource): void {
  if (!("connection" in source)) return;
  const { subnetIds, securityGroupIds } = source.connection;
  const field = "source.connection";
  requireKnown(network, network.subnets, "DescribeSubnets", `${field}.subnetIds`, subnetIds);
  requireKnown(
    network,
    network.securityGroups,
    "DescribeSecurityGroups",
    `${field}.securityGroupIds`,
    securityGroupIds,
  );
  const vpcIds = new Set(subnetIds.flatMap((id) => network.subnets.get(id)?.resource.VpcId ?? []));
  if (vpcIds.size > 1) {
    const message = `A function connects to one VPC; these subnets are in ${[...vpcIds].sort().join(" and ")}.`;
    throw new FlowError("invalid", `${field}.subnetIds`, message);
  }
}

function requireKnown(
  network: Network,
  index: ReadonlyMap<string, unknown>,
  call: ReadCall,
  field: string,
  ids: readonly string[],
): void {
  if (coverageOf(network, call).status !== "ok") return;
  const unknown = ids.findIndex((id) => !index.has(id));
  if (unknown === -1) return;
  throw new FlowError(
    "not-found",
    `${field}[${unknown}]`,
    `${ids[unknown] ?? ""} is not in this snapshot (${call}).`,
  );
}
