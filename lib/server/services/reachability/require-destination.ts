import type { Network } from "@/lib/core/network/network";
import { resolveDestination } from "@/lib/core/reachability/destinations/resolve-destination";
import type { FlowDestination } from "@/lib/core/reachability/flow";
import { indexNetwork } from "@/lib/core/reachability/index/network-index";

/**
 * Throws FlowError where a destination names what is not in the snapshot. The engine looks at it only where packets
 * get off: not for a function that is in no VPC, nor where its subnets were not read.
 */
export function requireDestination(network: Network, destination: FlowDestination): void {
  resolveDestination(indexNetwork(network), destination, null, 4);
}
