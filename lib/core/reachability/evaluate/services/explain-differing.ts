import type { FlowDestination } from "../../flow";
import {
  after,
  compareRanges,
  describeRanges,
  rangesOverlap,
  spanOf,
  type AddressRange,
} from "../../sets/address-range";
import type { Explanation, Verdict } from "../../trace";
import { groupByAddresses, waysVerdict } from "../combine-parts";
import type { CaseJudgement } from "../judge-case";

/** Which of a service's addresses are reached and which are not, where that is why it works now and then. */
export function explainDiffering(asks: FlowDestination, { verdict, pairs }: CaseJudgement): Explanation[] {
  if (!("service" in asks) || verdict !== "mixed") return [];
  const ranges: Record<Verdict, AddressRange[]> = { reachable: [], unreachable: [], mixed: [], unknown: [] };
  for (const ways of groupByAddresses(pairs.flatMap(({ parts }) => parts)))
    ranges[waysVerdict(ways)].push(...ways.slice(0, 1).map(({ destination }) => destination));
  const { reachable, unreachable } = ranges;
  if (reachable.length === 0 || unreachable.length === 0) return [];
  // Of one sender's ways or of another's: then it is not the addresses that differ.
  if (reachable.some((one) => unreachable.some((other) => rangesOverlap(one, other)))) return [];
  const [good, bad] = [reachable, unreachable].map((some) => describeRanges(joined(some)));
  const message = `Of the addresses of ${asks.service} it reaches ${good}, not ${bad}: DNS gives any of them, so it fails now and then.`;
  return [{ code: "SERVICE_ADDRESSES_DIFFER", direction: "forward", effect: "connectivity", message }];
}

/** Those that follow one another as one. */
function joined(ranges: readonly AddressRange[]): AddressRange[] {
  const found: AddressRange[] = [];
  for (const range of [...ranges].sort(compareRanges)) {
    const last = found.at(-1);
    if (last && range.first <= after(last.last)) found.splice(-1, 1, spanOf([last, range]));
    else found.push(range);
  }
  return found;
}
