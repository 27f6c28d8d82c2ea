import type { Difference } from "./compare-answers";
import type { Plain } from "./plain";
import type { Step } from "./step";

/** Why two answers may differ. */
export type Reason =
  /** moto leaves out what AWS has. */
  | "moto-lacks"
  /** moto gives what AWS does not. */
  | "moto-invents"
  /** moto lets pass what AWS refuses. */
  | "moto-lets-pass"
  /** moto refuses what AWS does. */
  | "moto-refuses"
  /** moto uses another code, text or value than AWS. */
  | "moto-differs"
  /** moto ends at once what takes AWS its time. */
  | "moto-is-instant"
  /** moto answers with a page of HTML where AWS refuses. */
  | "moto-crashes"
  /** No document decides: another account or another day at AWS may answer either way. */
  | "undecided"
  /** The sandbox's README lists it among the known differences from AWS. */
  | "sandbox-lacks";

/** A value, what its text must match, or `undefined` for an absent member. */
export type Expected = Plain | RegExp | undefined;

/** One difference that is allowed, with the document that decides it. */
export interface AcceptedDifference {
  reason: Reason;
  /** The operations in whose answers it may be; absent where it may be in any. */
  in?: readonly string[];
  at: string;
  moto: Expected;
  sandbox: Expected;
  because: string;
  /** Where that is written. */
  source: string;
}

/** A row of the tables: the same difference at one place or at several, each of which must occur. */
export interface DifferenceRow extends Omit<AcceptedDifference, "at"> {
  at: string | readonly string[];
}

/** Whether this entry allows this difference in the answer to this step. */
export function accepts(entry: AcceptedDifference, step: Step, difference: Difference): boolean {
  return (
    entry.at === difference.at &&
    (entry.in === undefined || entry.in.includes(step.operation)) &&
    meets(entry.moto, difference.moto) &&
    meets(entry.sandbox, difference.sandbox)
  );
}

function meets(expected: Expected, value: Plain | undefined): boolean {
  if (expected instanceof RegExp) return value !== undefined && expected.test(textOf(value));
  return expected === undefined ? value === undefined : textOf(expected) === textOf(value);
}

function textOf(value: Plain | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
