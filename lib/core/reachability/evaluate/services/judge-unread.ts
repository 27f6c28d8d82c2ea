import type { OfService } from "../../destinations/target";
import { describeRanges, type AddressRange } from "../../sets/address-range";
import { asUnknown, verdictsOf } from "../combine-parts";
import type { PairQuestion, PairResult, Part } from "../evaluate-pair";
import { mayBeServices } from "./may-be-services";

/** A question would take too long to ask of more. */
const MOST_RANGES = 256;

/**
 * A service whose addresses were not read: they are among those that rules and routes name, or among the rest, and which
 * is not known. Where the internet at large is reached, so is the service: what names a narrow part names somebody else.
 */
export function judgeUnread(
  { index, target }: PairQuestion,
  { service, unread }: OfService,
  result: PairResult,
  narrow: readonly AddressRange[],
  ask: (range: AddressRange) => PairResult,
): PairResult {
  if (result.verdict !== "unreachable") {
    const places = new Set(result.parts.map(({ destination }) => destination.first));
    const isAlike = new Set(verdictsOf(result.parts)).size === 1 || places.size === 1;
    return isAlike ? result : perhaps(passing(result.parts));
  }
  const ranges = mayBeServices(index, target.range, narrow);
  if (ranges.length > MOST_RANGES) return perhaps(result.parts, ranges);
  const parts = ranges.flatMap((range) => passing(ask(range).parts));
  return parts.length === 0 ? result : perhaps(parts);

  function perhaps(
    parts: readonly Part[],
    open: readonly AddressRange[] = parts.map(({ destination }) => destination),
  ): PairResult {
    const message = `Which addresses ${service} has is not known (${unread}): rules and routes let packets to ${describeRanges(open)} alone pass, and whether it is there cannot be told.`;
    const missing = { code: "NOT_EVALUATED_UNREAD" as const, message };
    const unknown = parts.map((part) => asUnknown(part, missing));
    return { verdict: "unknown", parts: unknown, isAddressDependent: false };
  }
}

function passing(parts: readonly Part[]): Part[] {
  return parts.filter(({ judgement }) => judgement.verdict !== "unreachable");
}
