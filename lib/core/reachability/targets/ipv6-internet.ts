import type { Network } from "../../network/network";
import { indexNetwork } from "../index/network-index";
import { formatCidr } from "../sets/address-range";
import type { KnownTarget } from "./known-targets";

/** Where packets of a function start. */
export interface Ipv6Places {
  subnetIds: readonly string[];
  ipv6AllowedForDualStack: boolean;
}

const HTTPS = 443;

/** The internet over IPv6, for functions that may send it from a subnet that has it; else none. */
export function ipv6InternetTargets(network: Network, places: Ipv6Places | null): KnownTarget[] {
  if (places?.ipv6AllowedForDualStack !== true) return [];
  if (places.subnetIds.every((subnetId) => ipv6BlocksOf(network, subnetId).length === 0)) return [];
  return [
    {
      key: "internet:ipv6",
      kind: "internet",
      label: "Internet over IPv6",
      destination: { cidr: "::/0" },
      protocol: "tcp",
      port: HTTPS,
      vpcId: null,
    },
  ];
}

/** The ranges that a subnet's interfaces have IPv6 addresses of. */
export function ipv6BlocksOf(network: Network, subnetId: string): string[] {
  const ranges = indexNetwork(network).subnet(subnetId)?.ranges ?? [];
  return ranges.filter(({ family }) => family === 6).map(formatCidr);
}
