import { coverageOf, describeGap } from "../../network/coverage-of";
import type { Network } from "../../network/network";
import { keptPerIndex } from "../index/kept";
import { compareRanges, parseCidrs, type CidrRange } from "../sets/address-range";
import { RangeIndex } from "../sets/range-index";

export type PrefixListRanges =
  { status: "known"; ranges: readonly CidrRange[] } | { status: "unknown"; reason: string };

/** The ranges of a prefix list: a managed one's entries, or what DescribePrefixLists says of a service's. */
export function prefixListRanges(network: Network, prefixListId: string): PrefixListRanges {
  const entries = network.managedPrefixListEntries.get(prefixListId)?.resource.Entries;
  const service = network.prefixLists.get(prefixListId)?.resource.Cidrs;
  const texts = entries?.map(({ Cidr }) => Cidr) ?? service;
  if (texts) {
    return { status: "known", ranges: parseCidrs(texts).sort(compareRanges) };
  }
  const gap =
    describeGap("GetManagedPrefixListEntries", coverageOf(network, "GetManagedPrefixListEntries")) ??
    "no answer read names it";
  return { status: "unknown", reason: `the entries of ${prefixListId} are not known: ${gap}` };
}

type IndexedPrefixList =
  { status: "known"; ranges: RangeIndex<true> } | Extract<PrefixListRanges, { status: "unknown" }>;

/** The same, to look addresses up in; kept with the index. */
export const indexedPrefixList = keptPerIndex(({ network }, prefixListId): IndexedPrefixList => {
  const list = prefixListRanges(network, prefixListId);
  if (list.status === "unknown") return list;
  return { status: "known", ranges: new RangeIndex(list.ranges.map((range) => [range, true] as const)) };
});
