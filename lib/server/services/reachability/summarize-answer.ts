import type { FlowSummary } from "@/lib/contract/reachability/matrix";
import type { FlowAnswer } from "@/lib/core/reachability/trace";

/** An answer without its hops: enough to show and filter it in a list. */
export function summarizeAnswer({ verdict, traces }: FlowAnswer): FlowSummary {
  const blockers = traces.flatMap(({ explanations }) =>
    explanations.filter(({ effect }) => effect === "connectivity"),
  );
  return {
    verdict,
    subnets: traces.map((trace) => ({
      subnetId: trace.subnetId,
      verdict: trace.verdict,
      ...(trace.allowed !== undefined && { allowed: trace.allowed }),
    })),
    codes: [...new Set(blockers.map(({ code }) => code))].sort(),
  };
}
