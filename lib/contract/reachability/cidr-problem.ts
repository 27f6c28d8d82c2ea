import { formatCidr, parseCidr } from "../../core/reachability/sets/address-range";

/** A zone belongs to one machine, and a leading zero is octal to some readers: neither says which address is meant. */
const AMBIGUOUS = /%|(?:^|\.)0\d/;

/** What is wrong with a block as AWS demands it, after "it"; null where nothing is. An address is a block of one. */
export function cidrProblem(text: string): string | null {
  const block = AMBIGUOUS.test(text) ? null : parseCidr(text);
  if (block === null) return "is neither an address nor a CIDR block";
  const [address = ""] = text.split("/");
  if (parseCidr(address)?.first === block.first) return null;
  return `has host bits set: the block is ${formatCidr(block)}`;
}
