import { formatDestination } from "@/lib/contract/reachability/question-address";
import type { OfferedTarget } from "./endpoint-options";
import type { UsualTraffic } from "./read-question";

/** HTTPS, where nothing is known of the target. */
const HTTPS = { protocol: "tcp", port: 443 } as const;

/** What each target is used on: a database on its own port. */
export function toUsualTraffic(targets: readonly OfferedTarget[]): UsualTraffic {
  const byDestination = new Map(targets.map((target) => [formatDestination(target.destination), target]));
  return (destination) => {
    const known = byDestination.get(formatDestination(destination));
    return known === undefined ? HTTPS : { protocol: known.protocol, port: known.port };
  };
}
