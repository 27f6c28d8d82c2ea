import type { KnownTarget } from "@/lib/core/reachability/targets/known-targets";

/** Targets with the internet over IPv6 beside the internet. */
export function withIpv6(targets: readonly KnownTarget[], ipv6: readonly KnownTarget[]): KnownTarget[] {
  return targets.flatMap((target) => (target.key === "internet" ? [target, ...ipv6] : [target]));
}
