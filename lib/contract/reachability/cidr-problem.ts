import { coversRange, formatCidr, parseCidr, parseCidrs } from "../../core/reachability/sets/address-range";

/** A zone belongs to one machine, and a leading zero is octal to some readers: neither says which address is meant. */
const AMBIGUOUS = /%|(?:^|\.)0\d/;

/** Addresses that no packet of one host to another has (IANA's registries of special-purpose addresses). */
const LOOPBACK = parseCidrs(["127.0.0.0/8", "::1/128"]);
const NO_HOST = parseCidrs(["0.0.0.0/8", "224.0.0.0/3", "::/128", "ff00::/8"]);

/** What is wrong with a block as AWS demands it, after "it"; null where nothing is. An address is a block of one. */
export function cidrProblem(text: string): string | null {
  const block = AMBIGUOUS.test(text) ? null : parseCidr(text);
  if (block === null) return "is neither an address nor a CIDR block";
  const [address = ""] = text.split("/");
  if (parseCidr(address)?.first !== block.first) {
    return `has host bits set: the block is ${formatCidr(block)}`;
  }
  if (LOOPBACK.some((range) => coversRange(range, block))) {
    return "is a loopback address: a packet to it never leaves its sender";
  }
  if (NO_HOST.some((range) => coversRange(range, block))) {
    return "is a multicast or reserved address: no host has it";
  }
  return null;
}
