import ipaddr from "ipaddr.js";
import type { Network } from "@/lib/core/network/network";
import { addressAt, isIpv6 } from "../places/addresses";
import { addressOf, endsOf } from "../places/ranges";

/**
 * The first address of each stretch of a range that nothing in the network divides: what is true of it is true of the
 * whole stretch, because no rule, route, subnet or interface tells its addresses apart.
 */
export function addressesOfRange(network: Network, range: string): string[] {
  const [first, last] = endsOf(range);
  const firsts = new Set([first]);
  for (const block of blocksOf(network)) {
    if (isIpv6(block) !== isIpv6(range)) continue;
    const [from, to] = endsOf(block);
    for (const border of [from, to + 1n]) if (border > first && border <= last) firsts.add(border);
  }
  return [...firsts].map((one) => addressOf(one, isIpv6(range) ? 6 : 4));
}

/** Of private addresses, of AWS's own, and of its resolver. */
const SPECIAL = [
  "10.0.0.0/8",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "100.64.0.0/10",
  "169.254.0.0/16",
  "fe80::/10",
  "0.0.0.0/8",
  "127.0.0.0/8",
  "224.0.0.0/3",
  "::/127",
  "::ffff:0:0/96",
  "ff00::/8",
  "fc00::/7",
  "64:ff9b::/96",
  "169.254.169.253",
  "fd00:ec2::/32",
  "fd00:ec2::253",
];

const found = new WeakMap<Network, string[]>();

/** Every block and every address that anything read of the network names. */
function blocksOf(network: Network): string[] {
  const known = found.get(network);
  if (known) return known;
  const blocks = new Set(SPECIAL);
  for (const list of Object.values(network) as unknown[])
    if (list instanceof Map) for (const located of list.values()) collect(located, blocks);
  for (const { resource } of network.vpcs.values())
    if (resource.CidrBlock !== undefined) blocks.add(addressAt(resource.CidrBlock, 2));
  found.set(network, [...blocks]);
  return [...blocks];
}

function collect(value: unknown, blocks: Set<string>): void {
  if (typeof value === "string") {
    if (LOOKS_LIKE_ONE.test(value) && ipaddr.isValid(value.split("/")[0] ?? "")) blocks.add(value);
  } else if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) collect(member, blocks);
  }
}

const LOOKS_LIKE_ONE = /^[0-9a-f]*[.:][0-9a-f.:]*(?:\/\d+)?$/i;
