import type { Resource } from "@/lib/core/network/network";
import {
  mergeStates,
  selectStates,
  type StateLimits,
  type StateSelection,
} from "@/lib/core/network/states/select-states";
import { functionStates } from "../../aws/reads/function-states";
import type { CallOutcome } from "./call-outcome";
import { readSubjects } from "./read-dependent-call";
import type { Reading } from "./reading";

type FunctionState = Resource<"FunctionStates">;

/** What is known of states before a reading, and which are to be read. */
export interface StatePlan {
  /** By unqualified ARN. */
  known: ReadonlyMap<string, FunctionState>;
  limits: StateLimits;
  /** Unqualified ARNs that are read whatever is known of them. */
  always?: readonly string[];
}

/**
 * The states of a region's functions: those that may have changed read now, all others as they were read before, each
 * with its own `ReadAt`. Where the functions could not be listed, what is known stays.
 */
export async function readFunctionStates(
  reading: Reading,
  functions: CallOutcome | undefined,
  { known, limits, always = [] }: StatePlan,
): Promise<CallOutcome> {
  const { toRead, carried } = select(functions, known, limits);
  const wanted = [...new Set([...always, ...toRead])];
  const outcome = await readSubjects(reading, functionStates, wanted);
  // What GetFunction's row makes is a function's state.
  const read = outcome.items as FunctionState[];
  const others = carried.filter(({ FunctionArn }) => !always.includes(FunctionArn ?? ""));
  const items = mergeStates(others, read);
  return { ...outcome, items, coverage: { ...outcome.coverage, items: items.length } };
}

function select(
  functions: CallOutcome | undefined,
  known: StatePlan["known"],
  limits: StateLimits,
): StateSelection {
  if (functions?.items === undefined) return { toRead: [], carried: [...known.values()] };
  // The outcome is ListFunctions', so its items are functions.
  return selectStates(functions.items, known, limits);
}
