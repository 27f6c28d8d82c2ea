import type { Plan } from "@/lib/contract/plans";

export type PlannedVerdict = Plan["preview"]["verdictChanges"][number];
type ChangeKind = PlannedVerdict["kind"];

/** What hurts first. */
const order: readonly ChangeKind[] = ["lost", "mixed", "unclear", "gained", "unchanged"];

/** The targets by what becomes of them; a kind without any is left out. */
export function groupChanges(
  changes: readonly PlannedVerdict[],
): { kind: ChangeKind; changes: PlannedVerdict[] }[] {
  return order
    .map((kind) => ({ kind, changes: changes.filter((change) => change.kind === kind) }))
    .filter((group) => group.changes.length > 0);
}

const words: Readonly<Record<ChangeKind, string>> = {
  lost: "lost",
  mixed: "only sometimes",
  unclear: "not known",
  gained: "gained",
  unchanged: "unchanged",
};

/** The difference in a line: "1 lost, 2 gained, 9 unchanged". */
export function countChanges(changes: readonly PlannedVerdict[]): string {
  return groupChanges(changes)
    .map((group) => `${group.changes.length} ${words[group.kind]}`)
    .join(", ");
}

/** Why a difference cannot be told; empty where it can. */
export function whyUnclear({ before, after }: Pick<PlannedVerdict, "before" | "after">): string {
  if (before === "unknown" && after !== "unknown") {
    return "Whether it is reached now is not known, so neither is whether this changes it.";
  }
  if (after === "unknown" && before !== "unknown") {
    return "Whether it is reached afterwards is not known: something that matters was not read or is not modelled.";
  }
  return "";
}
