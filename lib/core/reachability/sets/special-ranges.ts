import { parseCidrs, type CidrRange } from "./address-range";

function ranges(...texts: string[]): readonly CidrRange[] {
  return parseCidrs(texts);
}

/** Private addresses (RFC 1918) and unique local ones (RFC 4193). */
export const PRIVATE_RANGES = ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");

/** Shared addresses between a carrier and its customers (RFC 6598). */
export const SHARED_RANGES = ranges("100.64.0.0/10");

/**
 * No host's: this network, loopback, multicast, reserved and broadcast, and IPv6's unspecified, loopback, IPv4-mapped and
 * multicast addresses (RFC 1122, 1112, 4291). A VPC forwards none of them.
 */
export const NOBODYS_RANGES = ranges(
  "0.0.0.0/8",
  "127.0.0.0/8",
  "224.0.0.0/3",
  "::/127",
  "::ffff:0:0/96",
  "ff00::/8",
);

/** Never forwarded by a route. Source: VPC User Guide, "Route tables": link-local and AWS's own. */
export const LINK_LOCAL_RANGES = ranges("169.254.0.0/16", "fe80::/10", "fd00:ec2::/32");

/** Not usable as a destination on the internet: private, shared, special, multicast, reserved (IANA registries). */
export const NOT_ON_THE_INTERNET = ranges(
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "224.0.0.0/3",
);

/** IPv4 addresses within IPv6, for NAT gateways to translate (RFC 6052). */
export const NAT64_RANGES = ranges("64:ff9b::/96");

/** The addresses of Amazon's resolver that are the same in every VPC. */
export const RESOLVER_RANGES = ranges("169.254.169.253/32", "fd00:ec2::253/128");
