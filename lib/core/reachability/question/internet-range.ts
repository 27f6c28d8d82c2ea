import { coversRange, INTERNET, parseCidr, type AddressRange } from "../sets/address-range";
import { NOT_ON_THE_INTERNET } from "../sets/special-ranges";

/**
 * Prefixes longer than /8 and /16 name somebody in particular. The internet at large is what no such prefix names, so they
 * do not divide it: a route to one partner says nothing of the rest.
 */
const LEAST_COARSE_SIZE = { 4: 1n << (32n - 8n), 6: 1n << (128n - 16n) };

/** The internet at large (private ranges within are left out where it is divided), a new object for each question: it is known again by identity. */
export function internetAtLarge(family: 4 | 6): AddressRange {
  return { ...INTERNET[family] };
}

export function isEverything(range: AddressRange): boolean {
  return range.first === (range.family === 4 ? 0 : 0n) && coversRange(range, INTERNET[range.family]);
}

/** Whether a rule for `by` speaks of so much of the internet that it divides it. */
export function isCoarse(by: AddressRange): boolean {
  return BigInt(by.last) - BigInt(by.first) + 1n >= LEAST_COARSE_SIZE[by.family];
}

/** Whether a part is on the internet at all. */
export function isOnTheInternet(part: AddressRange): boolean {
  return !NOT_ON_THE_INTERNET.some((range) => coversRange(range, part));
}

/** A public address that stands for the internet in a witness packet. */
export const SOME_PUBLIC_ADDRESS = { 4: parseCidr("1.1.1.1"), 6: parseCidr("2606:4700:4700::1111") };
