import type { Destination, Target } from "../destinations/target";
import { blockAll, type Checkpoint } from "../filters/checkpoint";
import type { FlowDestination } from "../flow";
import type { NetworkIndex } from "../index/network-index";
import type { Asked } from "../judge/asked";
import { everyVerdict, sometimesVerdict, unknownWhichVerdict } from "../judge/combine-verdicts";
import type { SourceCase, SourceVariant } from "../sources/source-case";
import type { Explanation, Verdict } from "../trace";
import { behindLoadBalancer } from "./behind-load-balancer";
import { nameCheckpoints } from "./check-dns-servers";
import { deadEndsFrom } from "./dead-ends";
import { evaluatePair, type PairResult } from "./evaluate-pair";
import { pairWithSender, targetsFrom } from "./pair-with-sender";
import { sourceLimits } from "./source-limits";

export interface CaseQuestion {
  index: NetworkIndex;
  source: SourceCase;
  /** What was asked for, and what it means from the source's VPC. */
  asks: FlowDestination;
  destination: Destination;
  asked: Asked;
  family: 4 | 6;
  /** Nothing will be explained: the first certain block settles it. */
  isVerdictOnly: boolean;
}

export interface CaseJudgement {
  verdict: Verdict;
  pairs: readonly PairResult[];
}

/**
 * The verdict for one place where packets may start, over its addresses and the destination's targets. Null where one of
 * them has none in this address family.
 */
export function judgeCase(question: CaseQuestion): CaseJudgement | null {
  const { source, destination } = question;
  const [variant] = source.variants;
  if (!variant || destination.targets.length === 0) return null;
  const before = checkpointsBefore(question, variant);
  const results = source.variants.flatMap((one) => {
    const together = overTargets(question, one, before);
    const isDivided = together.pairs.some(({ parts }) => parts.some((part) => part.source !== one.range));
    if (!one.each || !isDivided) return [together];
    return one.each.map((own) => overTargets(question, own, before));
  });
  return {
    verdict: sometimesVerdict(results.map((result) => result.verdict)),
    pairs: results.flatMap(({ pairs }) => pairs),
  };
}

function checkpointsBefore(
  { index, asks, source, destination, family }: CaseQuestion,
  variant: SourceVariant,
): Checkpoint[] {
  return [
    ...sourceLimits(source, family),
    ...("functionName" in asks ? [blockAll(ACCEPTS_NOTHING)] : []),
    ...nameCheckpoints(index, variant, destination, asks),
  ];
}

export const ACCEPTS_NOTHING: Explanation = {
  code: "LAMBDA_ACCEPTS_NO_INBOUND",
  direction: "forward",
  effect: "connectivity",
  message: "A function's interfaces accept no connections: invoke it by Lambda's API.",
};

const COMBINED = { every: everyVerdict, "unknown-which": unknownWhichVerdict, "in-turn": sometimesVerdict };

const STOPPED: PairResult = { verdict: "unreachable", parts: [], isAddressDependent: false };

function overTargets(
  { index, asked, destination: { mode, targets }, isVerdictOnly }: CaseQuestion,
  variant: SourceVariant,
  before: readonly Checkpoint[],
): { verdict: Verdict; pairs: PairResult[] } {
  const deadEnds = isVerdictOnly ? deadEndsFrom(index, variant) : null;
  const pairs: PairResult[] = [];
  for (const target of targets.flatMap((one) => targetsFrom(index, variant, one))) {
    pairs.push(overTarget(target));
    // Every address counts, so that one which fails settles it.
    if (isVerdictOnly && mode === "every" && pairs.at(-1)?.verdict === "unreachable") break;
  }
  const verdicts = pairs.map(({ verdict }) => verdict);
  return { verdict: COMBINED[mode](verdicts), pairs };

  function overTarget(target: Target): PairResult {
    if (deadEnds?.isDead(target) === true) return STOPPED;
    const { checkpoints, ...pairing } = pairWithSender(index, variant, target);
    const result = evaluatePair({
      index,
      ...pairing,
      asked,
      checkpoints: checkpoints.length === 0 ? before : [...before, ...checkpoints],
      isVerdictOnly,
      behind: behindLoadBalancer,
    });
    deadEnds?.remember(target, result);
    return result;
  }
}
