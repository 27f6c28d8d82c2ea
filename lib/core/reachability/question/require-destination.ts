import { resolveDestination } from "../destinations/resolve-destination";
import type { FlowDestination } from "../flow";
import type { NetworkIndex } from "../index/network-index";

/**
 * Throws FlowError where a destination names what was not read. Elsewhere it is looked at only where packets get off:
 * not for a function that is in no VPC, nor where its subnets were not read.
 */
export function requireDestination(index: NetworkIndex, destination: FlowDestination): void {
  resolveDestination(index, destination, null, 4);
}
