import type { Verdict } from "../trace";

/** All must pass (every address of a range): one that certainly does not settles it. */
export function everyVerdict(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("unreachable")) return "unreachable";
  if (verdicts.includes("unknown")) return "unknown";
  return verdicts.includes("mixed") ? "mixed" : "reachable";
}

/** One of them applies and which is not known (an address that AWS will choose): only agreement is an answer. */
export function unknownWhichVerdict(verdicts: readonly Verdict[]): Verdict {
  const [first = "unknown"] = verdicts;
  return verdicts.every((verdict) => verdict === first) ? first : "unknown";
}

/** Now one, now another applies (a function's subnets, an endpoint's interfaces): difference means sometimes. */
export function sometimesVerdict(verdicts: readonly Verdict[]): Verdict {
  const has = (verdict: Verdict) => verdicts.includes(verdict);
  if (has("mixed") || (has("reachable") && has("unreachable"))) return "mixed";
  if (has("unknown")) return "unknown";
  return has("reachable") ? "reachable" : "unreachable";
}
