import type { CheckResult } from "../change-plan";
import type { PlanFacts } from "../plan-facts";

/** A check's own part of its result; the table adds id, code and title. */
export type CheckOutcome = Omit<CheckResult, "id" | "code" | "title">;

/**
 * One question about a plan. It blocks only what AWS would refuse, warns where AWS allows a thing that seldom is meant,
 * and is unknown where the facts could not be read.
 */
export interface Check {
  /** Stable: what one acknowledges. */
  code: string;
  title: string;
  /** Null where the question does not arise. */
  evaluate(facts: PlanFacts): CheckOutcome | null;
}

export const pass = (message: string): CheckOutcome => ({ status: "pass", message });
