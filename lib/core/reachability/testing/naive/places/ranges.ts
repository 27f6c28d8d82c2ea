import ipaddr from "ipaddr.js";
import { isIpv6 } from "./addresses";

/** The first and the last address of a block as numbers; an address is a block of one. */
export function endsOf(cidr: string): [first: bigint, last: bigint] {
  const [address = "", length] = cidr.split("/");
  const bits = isIpv6(cidr) ? 128 : 32;
  const size = 1n << BigInt(bits - Number(length ?? bits));
  const number = numberOf(address);
  return [number - (number % size), number - (number % size) + size - 1n];
}

function numberOf(address: string): bigint {
  return ipaddr
    .parse(address)
    .toByteArray()
    .reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

export function addressOf(number: bigint, family: 4 | 6): string {
  const bytes = Array.from({ length: family === 4 ? 4 : 16 }, (_, index) => BigInt(8 * index)).reverse();
  return ipaddr.fromByteArray(bytes.map((shift) => Number((number >> shift) & 255n))).toString();
}
