import { coversRange, isOneAddress, rangesOverlap, type AddressRange } from "../sets/address-range";

/**
 * Where a range of addresses must be divided, because a rule or route holds only for a part of it. What was judged of
 * a range that got a cut is thrown away; its parts are judged instead.
 */
export interface Cuts {
  add: (range: AddressRange, by: AddressRange) => void;
}

/** Whether `rule` holds for all of `range`. Where it holds for a part, the range gets a cut. */
export function holdsFor(rule: AddressRange, range: AddressRange, cuts: Cuts): boolean {
  if (coversRange(rule, range)) return true;
  if (!isOneAddress(range) && rangesOverlap(rule, range)) cuts.add(range, rule);
  return false;
}
