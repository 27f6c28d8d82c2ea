import type { Verdict } from "../trace";

/** From which subnets a target is reached, in words; empty where a function has one, or none. */
export function subnetsWords(
  subnets: readonly { subnetId: string | null; verdict: Verdict }[],
  nameOf: (subnetId: string) => string | null,
): string {
  if (subnets.length < 2) return "";
  const verdicts = new Set(subnets.map(({ verdict }) => verdict));
  if (verdicts.size === 1)
    return `the same from ${subnets.length === 2 ? "both" : `all ${subnets.length}`} subnets`;
  const odd = subnets.filter(({ verdict }) => verdict !== "reachable");
  const names = odd.map(({ subnetId, verdict }) => {
    const name = subnetId === null ? "outside" : (nameOf(subnetId) ?? subnetId);
    return verdict === "unreachable" ? name : `${name} (${verdict})`;
  });
  return `not from ${new Intl.ListFormat("en-GB").format(names)}`;
}
