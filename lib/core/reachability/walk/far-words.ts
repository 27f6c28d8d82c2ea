import { formatRange } from "../sets/address-range";
import type { Packet } from "./walk";

/** Where a packet goes, in words; a part of the internet at large is told as such. */
export function farWords({
  destination,
  isInternetAtLarge,
}: Pick<Packet, "destination" | "isInternetAtLarge">): string {
  const range = formatRange(destination);
  return isInternetAtLarge && range !== "the internet" ? `the internet (${range})` : range;
}
