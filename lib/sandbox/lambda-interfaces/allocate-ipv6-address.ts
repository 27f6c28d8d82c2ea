import type { Subnet } from "@aws-sdk/client-ec2";
import ipaddr from "ipaddr.js";

/** The IPv6 block that a subnet uses, or undefined when it is IPv4 only. */
export function findIpv6CidrBlock(subnet: Subnet): string | undefined {
  return subnet.Ipv6CidrBlockAssociationSet?.find(
    (association) => (association.Ipv6CidrBlockState?.State ?? "associated") === "associated",
  )?.Ipv6CidrBlock;
}

/**
 * An address of the subnet's /64 (every subnet's IPv6 block is one), its lower half taken from `hex`, at least 16
 * hexadecimal digits that nobody else has. Undefined for a subnet without IPv6.
 */
export function allocateIpv6Address(subnet: Subnet, hex: string): string | undefined {
  const cidr = findIpv6CidrBlock(subnet);
  if (cidr === undefined) return undefined;
  const [network] = ipaddr.IPv6.parseCIDR(cidr);
  const digits = hex.replaceAll(/[^0-9a-f]/g, "").slice(-16);
  const host = [0, 4, 8, 12].map((start) => Number.parseInt(digits.slice(start, start + 4), 16));
  return new ipaddr.IPv6([...network.parts.slice(0, 4), ...host]).toString();
}
