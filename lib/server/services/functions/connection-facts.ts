import type { FunctionSummary } from "@/lib/contract/functions";
import type { Connection, Network } from "@/lib/core/network/network";
import { classifySubnet } from "@/lib/core/network/routing/classify-subnet";

/** What every function of a connection shares. */
export type ConnectionFacts = Pick<FunctionSummary, "subnetKinds" | "availabilityZones">;

const KINDS = ["public", "private", "isolated", "unknown"] as const;

/** Kinds and zones of the subnets of a connection, each once. */
export function connectionFacts(
  network: Network,
  { subnetIds }: Pick<Connection, "subnetIds">,
): ConnectionFacts {
  const kinds = new Set(subnetIds.map((subnetId) => classifySubnet(network, subnetId).kind));
  const zones = subnetIds.flatMap(
    (subnetId) => network.subnets.get(subnetId)?.resource.AvailabilityZone ?? [],
  );
  return {
    subnetKinds: KINDS.filter((kind) => kinds.has(kind)),
    availabilityZones: [...new Set(zones)].sort(),
  };
}
