import { after, before, compareRanges, type AddressRange } from "./address-range";

/** The first addresses of a range that none of those within it holds. */
export function firstGap(
  { family, first, last }: AddressRange,
  within: readonly AddressRange[],
): AddressRange | undefined {
  let next = first;
  for (const range of [...within].sort(compareRanges)) {
    if (range.first > next) return { family, first: next, last: before(range.first) };
    next = after(range.last);
  }
  return next > last ? undefined : { family, first: next, last };
}
