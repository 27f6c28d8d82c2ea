import type { Target } from "../destinations/target";
import { everyVerdict, sometimesVerdict, unknownWhichVerdict } from "../judge/combine-verdicts";
import { unknownPass } from "../filters/checkpoint";
import { withCheckpoints } from "../path/with-checkpoints";
import type { NotEvaluated, Verdict } from "../trace";
import type { PairQuestion, PairResult, Part } from "./evaluate-pair";

/**
 * Every address of a destination counts; of an interface whose address is not known, one does; of ways, one. Whichever
 * address it has, every address of the other end counts. A service's addresses take turns.
 */
export function combineParts(question: PairQuestion, parts: readonly Part[]): PairResult {
  const { isSourceKnown, isTargetKnown } = knownEnds(question);
  const allVerdict = verdictOfAll(question.target);
  if (isSourceKnown && isTargetKnown) {
    return { verdict: allVerdict(verdictsOf(parts)), parts, isAddressDependent: false };
  }
  const verdicts =
    isSourceKnown === isTargetKnown
      ? verdictsOf(parts)
      : slices(parts, isSourceKnown ? "destination" : "source").map((slice) => allVerdict(verdictsOf(slice)));
  const verdict = unknownWhichVerdict(verdicts);
  return {
    verdict,
    parts,
    isAddressDependent: verdict === "unknown" && verdicts.some((one) => one !== "unknown"),
  };
}

function verdictOfAll({ ofService }: Target): (verdicts: readonly Verdict[]) => Verdict {
  if (ofService === undefined) return everyVerdict;
  return ofService.unread === null ? sometimesVerdict : unknownWhichVerdict;
}

export function verdictsOf(parts: readonly Part[]): Verdict[] {
  return [...groupByAddresses(parts)].map(waysVerdict);
}

/** For each range of one end that no part divides, the parts that hold it. */
function slices(parts: readonly Part[], end: "source" | "destination"): Part[][] {
  const firsts = new Set(parts.map((part) => part[end].first));
  return [...firsts].map((first) =>
    parts.filter((part) => part[end].first <= first && first <= part[end].last),
  );
}

export function waysVerdict(ways: readonly Part[]): Verdict {
  const verdicts = ways.map(({ judgement }) => judgement.verdict);
  const isKept = ways.some(({ forkMode }) => forkMode === "unknown-which");
  return isKept ? unknownWhichVerdict(verdicts) : sometimesVerdict(verdicts);
}

/** The ways between the same addresses. */
export function groupByAddresses(parts: readonly Part[]): Iterable<Part[]> {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const key = `${part.source.first} ${part.destination.first}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return groups.values();
}

/** Where both ends are ranges in the asker's own words, one address that fails settles it. */
export function isEveryAddress(question: PairQuestion): boolean {
  const { isSourceKnown, isTargetKnown } = knownEnds(question);
  return isSourceKnown && isTargetKnown && question.target.ofService === undefined;
}

/** The same part where more is not known, and what. */
export function asUnknown(part: Part, missing: Omit<NotEvaluated, "affectsVerdict">): Part {
  const path = withCheckpoints(part.path, [], [unknownPass(missing)]);
  return { ...part, path, judgement: { ...part.judgement, verdict: "unknown" } };
}

/** Of an interface that is somewhere in a subnet, the address is not known. */
function knownEnds({ variant, target }: PairQuestion): { isSourceKnown: boolean; isTargetKnown: boolean } {
  return {
    isSourceKnown: variant.sender.kind !== "endpoint" || variant.range.first === variant.range.last,
    isTargetKnown: target.receiver === null || target.range.first === target.range.last,
  };
}
