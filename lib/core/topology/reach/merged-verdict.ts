import type { Verdict } from "../../reachability/trace";

/** What several targets have in common: where they differ, some are reached and some perhaps, or sometimes. */
export function mergedVerdict(verdicts: readonly Verdict[]): Verdict {
  const [first = "unknown", ...others] = new Set(verdicts);
  return others.length === 0 ? first : "mixed";
}
