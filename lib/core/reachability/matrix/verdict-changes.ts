import type { Network } from "../../network/network";
import type { FlowSource } from "../flow";
import type { KnownTarget } from "../targets/known-targets";
import type { Verdict } from "../trace";
import { verdictsFrom } from "./evaluate-matrix";

export interface VerdictChange {
  target: KnownTarget;
  before: Verdict;
  after: Verdict;
}

/** What a source reached, and what it (or what takes its place) will reach, target by target. */
export function verdictChanges(
  before: { network: Network; source: FlowSource },
  after: { network: Network; source: FlowSource },
  targets: readonly KnownTarget[],
): VerdictChange[] {
  const was = verdictsFrom(before.network, before.source);
  const will = verdictsFrom(after.network, after.source);
  return targets.map((target) => ({ target, before: was(target), after: will(target) }));
}

/** A change in words. `mixed`: sometimes from now on. `unclear`: before or after is not known. */
export type ChangeKind = "gained" | "lost" | "unchanged" | "mixed" | "unclear";

export function changeKind({ before, after }: Pick<VerdictChange, "before" | "after">): ChangeKind {
  if (before === after) return "unchanged";
  if (after === "unknown" || before === "unknown") return "unclear";
  if (after === "mixed") return "mixed";
  return after === "reachable" ? "gained" : "lost";
}
