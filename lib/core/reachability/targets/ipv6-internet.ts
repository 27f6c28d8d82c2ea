import type { Network } from "../../network/network";
import { indexNetwork } from "../index/network-index";
import { formatCidr } from "../sets/address-range";
import { IPV6_INTERNET } from "./ipv6-internet-key";
import type { KnownTarget } from "./known-targets";

/** Where packets of a function start. */
export interface Ipv6Places {
  subnetIds: readonly string[];
  ipv6AllowedForDualStack: boolean;
}

const HTTPS = 443;

/** Targets with the internet over IPv6 beside the internet, where functions may send it from a subnet that has it. */
export function withIpv6Internet(
  network: Network,
  targets: readonly KnownTarget[],
  places: readonly Ipv6Places[],
): KnownTarget[] {
  if (!places.some((one) => sendsIpv6(network, one))) return [...targets];
  return targets.flatMap((target) => (target.key === "internet" ? [target, ipv6Internet] : [target]));
}

function sendsIpv6(network: Network, { ipv6AllowedForDualStack, subnetIds }: Ipv6Places): boolean {
  return ipv6AllowedForDualStack && subnetIds.some((id) => ipv6BlocksOf(network, id).length > 0);
}

const ipv6Internet: KnownTarget = {
  key: IPV6_INTERNET,
  kind: "internet",
  label: "Internet over IPv6",
  destination: { cidr: "::/0" },
  protocol: "tcp",
  port: HTTPS,
  vpcId: null,
};

/** The ranges that a subnet's interfaces have IPv6 addresses of. */
export function ipv6BlocksOf(network: Network, subnetId: string): string[] {
  const ranges = indexNetwork(network).subnet(subnetId)?.ranges ?? [];
  return ranges.filter(({ family }) => family === 6).map(formatCidr);
}
