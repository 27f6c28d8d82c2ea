import { formatDestination } from "@/lib/contract/reachability/question-address";
import type { OfferedTarget } from "./endpoint-options";
import type { UsualTraffic } from "@/lib/contract/reachability/read-question";

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

/**
 * A target as it is offered, which carries its ARN; a link typed by hand has the name. A name that several share, or
 * that is not offered, stays as it is.
 */
export function canonicalTarget(to: string, targets: readonly OfferedTarget[]): string {
  const [, kind = "", name = ""] = /^(db|cache|lb):(.+)$/.exec(to.trim()) ?? [];
  if (kind === "") return to;
  const named = targets
    .filter(({ label }) => label === name)
    .map(({ destination }) => formatDestination(destination))
    .filter((text) => text.startsWith(`${kind}:`));
  const [only] = named;
  return only !== undefined && named.length === 1 ? only : to;
}
