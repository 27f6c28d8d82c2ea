import { formatRange } from "../sets/address-range";
import type { Packet } from "./walk";

/** Where a packet goes, in words: a part of the internet at large, and a range of a service's, are told as such. */
export function farWords({ destination, isInternetAtLarge, destinationPrefixListId }: Packet): string {
  const range = formatRange(destination);
  if (destinationPrefixListId !== undefined && !isInternetAtLarge)
    return `${range} of ${destinationPrefixListId}`;
  return isInternetAtLarge && range !== "the internet" ? `the internet (${range})` : range;
}
