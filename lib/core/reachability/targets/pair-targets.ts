import type { KnownTarget } from "./known-targets";

export interface PairedTargets {
  pairs: { before: KnownTarget; after: KnownTarget }[];
  /** Targets that only one of the two has. */
  unpaired: number;
}

/**
 * Targets that are in both of two snapshots, in the order of the newer one. One of the same key in the same VPC counts as
 * the same: a load balancer that was made anew has another ARN, a database another port.
 */
export function pairTargets(before: readonly KnownTarget[], after: readonly KnownTarget[]): PairedTargets {
  const exact = new Map(before.map((target) => [exactKey(target), target]));
  const named = new Map(before.map((target) => [nameKey(target), target]));
  const used = new Set<KnownTarget>();
  const pairs = after.flatMap((target) => {
    const old = exact.get(exactKey(target)) ?? named.get(nameKey(target));
    if (old === undefined) return [];
    used.add(old);
    return [{ before: old, after: target }];
  });
  return { pairs, unpaired: after.length - pairs.length + before.length - used.size };
}

function nameKey({ key, vpcId }: KnownTarget): string {
  return JSON.stringify([key, vpcId]);
}

/** Two accounts may each have a database of one name in a VPC that they share. */
function exactKey(target: KnownTarget): string {
  return JSON.stringify([nameKey(target), target.destination]);
}
