import { coversRange, isOneAddress, rangesOverlap, type AddressRange } from "../sets/address-range";

/**
 * Where a question must be divided: a range of addresses, because a rule or route holds only for a part of it, or a way
 * that forks. What was judged of a question that got a cut is thrown away; its parts are judged instead.
 */
export interface Cuts {
  add: (range: AddressRange, by: AddressRange) => void;
  /** Where AWS picks one of several ways: the one to follow this time, from 0. */
  choose: (place: string, count: number, mode: ForkMode) => number;
}

/** AWS picks one way and keeps to it, or takes now one, now another. */
export type ForkMode = "unknown-which" | "in-turn";

/** Whether `rule` holds for all of `range`. Where it holds for a part, the range gets a cut. */
export function holdsFor(rule: AddressRange, range: AddressRange, cuts: Cuts): boolean {
  if (coversRange(rule, range)) return true;
  if (!isOneAddress(range) && rangesOverlap(rule, range)) cuts.add(range, rule);
  return false;
}
