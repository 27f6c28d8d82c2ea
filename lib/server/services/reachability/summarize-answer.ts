import type { FlowSummary } from "@/lib/contract/reachability/matrix";
import type { ExplanationCode } from "@/lib/core/reachability/explanation-codes";
import type { FlowAnswer } from "@/lib/core/reachability/trace";

/** An answer without its hops: enough to show and filter it in a list. */
export function summarizeAnswer({ verdict, traces }: FlowAnswer): FlowSummary {
  const blockers = traces.flatMap(({ explanations }) =>
    explanations.filter(({ effect }) => effect === "connectivity"),
  );
  const doubts = traces.flatMap(({ notEvaluated }) => notEvaluated.filter((gap) => gap.affectsVerdict));
  return {
    verdict,
    subnets: traces.map((trace) => ({
      subnetId: trace.subnetId,
      verdict: trace.verdict,
      ...(trace.allowed !== undefined && { allowed: trace.allowed }),
    })),
    codes: distinctCodes(blockers),
    unknownCodes: distinctCodes(doubts),
  };
}

function distinctCodes(told: readonly { code: ExplanationCode }[]): ExplanationCode[] {
  return [...new Set(told.map(({ code }) => code))].sort();
}
