import { resolveDestination } from "../destinations/resolve-destination";
import { isKnownService } from "../destinations/known-services";
import { FlowError, type FlowDestination } from "../flow";
import type { NetworkIndex } from "../index/network-index";

/**
 * Throws FlowError where a destination names what was not read. Elsewhere it is looked at only where packets get off:
 * not for a function that is in no VPC, nor where its subnets were not read.
 */
export function requireDestination(index: NetworkIndex, destination: FlowDestination): void {
  if ("service" in destination && !isKnownService(index, destination.service)) {
    const message = `${destination.service} is no AWS service that Mooring knows, nor one of an endpoint that was read.`;
    throw new FlowError("not-found", "destination.service", message);
  }
  resolveDestination(index, destination, null, 4);
}
