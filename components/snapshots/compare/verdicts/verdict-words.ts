import type { VerdictComparison } from "@/lib/contract/reachability/verdict-comparison";

type Facts = Pick<VerdictComparison, "total" | "items" | "compared" | "notCompared">;

/** "3 of 120 verdicts changed", and how many of them are listed where that is not all. */
export function changedWords({ total, items, compared }: Facts): string {
  const all = `${figure(total)} of ${counted(compared.verdicts, "verdict")} changed`;
  return items.length < total ? `${all}; the first ${figure(items.length)} are listed` : all;
}

/** Of what nothing is said, and why; empty where all was compared. */
export function leftOutWords({ notCompared: { connections, targets } }: Facts): string {
  const parts = [
    connections > 0 ? `${counted(connections, "connection")} that only one of the two has` : "",
    targets > 0
      ? `${counted(targets, "target")} that only one of the two has, or that are too many to ask about`
      : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `Not compared: ${parts.join(", and ")}.`;
}

/** Why nothing is listed. */
export function nothingChanged(facts: Facts): { title: string; why: string } {
  const { connections, verdicts } = facts.compared;
  if (verdicts === 0) {
    return { title: "There is no verdict to compare", why: "No connection is in both of them." };
  }
  const of = `of ${counted(connections, "connection")} on the targets of its VPC`;
  return { title: "No verdict changed", why: `${counted(verdicts, "verdict")} ${of}: the same in both.` };
}

function counted(count: number, noun: string): string {
  return `${figure(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function figure(count: number): string {
  return count.toLocaleString("en");
}
