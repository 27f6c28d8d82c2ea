import { unqualifiedArn } from "../indexing/index-functions";
import type { Resource } from "../network";

type FunctionState = Resource<"FunctionStates">;
type FunctionConfiguration = Resource<"Functions">;

export interface StateLimits {
  /** ISO 8601: a function that was never read and is newer than this has changed since. */
  since?: string | undefined;
  /** Functions that were never read: at most so many, the newest first. */
  mostUnknown: number;
  /** Functions that changed since, or are in flight: at most so many, the newest first. */
  mostChanged: number;
}

export interface StateSelection {
  /** Unqualified ARNs, the most wanted first. */
  toRead: string[];
  /** States as they were read before, of functions that still are; those in `toRead` too. */
  carried: FunctionState[];
}

/**
 * Which states to read again: ListFunctions gives none, and reading each would be one request per function. A function
 * whose `RevisionId` is the one it had when its state was settled still has that state.
 */
export function selectStates(
  functions: readonly FunctionConfiguration[],
  known: ReadonlyMap<string, FunctionState>,
  { since, mostUnknown, mostChanged }: StateLimits,
): StateSelection {
  const latest = functions
    .filter(({ FunctionArn, Version = "$LATEST" }) => FunctionArn !== undefined && Version === "$LATEST")
    .sort((left, right) => compare(right.LastModified ?? "", left.LastModified ?? ""));
  const changed: string[] = [];
  const unknown: string[] = [];
  for (const configuration of latest) {
    const arn = unqualifiedArn(configuration.FunctionArn ?? "");
    const state = known.get(arn);
    if (state === undefined) (isNewerThan(since, configuration) ? changed : unknown).push(arn);
    else if (isInFlight(state) || hasChanged(configuration, state)) changed.push(arn);
  }
  return {
    toRead: [...changed.slice(0, mostChanged), ...unknown.slice(0, mostUnknown)],
    carried: latest.flatMap(({ FunctionArn }) => known.get(unqualifiedArn(FunctionArn ?? "")) ?? []),
  };
}

/** States by function, sorted, so that what did not change is stored once; what was read now goes before what was known. */
export function mergeStates(
  carried: readonly FunctionState[],
  read: readonly FunctionState[],
): FunctionState[] {
  return [...statesByArn([...carried, ...read]).values()].sort((left, right) =>
    compare(left.FunctionArn ?? "", right.FunctionArn ?? ""),
  );
}

/** The newest of each function, by unqualified ARN. */
export function statesByArn(states: readonly FunctionState[]): Map<string, FunctionState> {
  const byArn = new Map<string, FunctionState>();
  for (const state of states) {
    if (state.FunctionArn === undefined) continue;
    const arn = unqualifiedArn(state.FunctionArn);
    const other = byArn.get(arn);
    if (other === undefined || other.ReadAt <= state.ReadAt) byArn.set(arn, state);
  }
  return byArn;
}

/** States in which a function stays until somebody or Lambda's idleness changes it (Lambda API, State). */
const SETTLED: ReadonlySet<string> = new Set(["Active", "Inactive", "Failed"]);

function isInFlight({ State, LastUpdateStatus }: FunctionState): boolean {
  return (State !== undefined && !SETTLED.has(State)) || LastUpdateStatus === "InProgress";
}

/** Without a revision on one side (older answers) the time of the last change decides. */
function hasChanged(configuration: FunctionConfiguration, state: FunctionState): boolean {
  if (configuration.RevisionId !== undefined && state.RevisionId !== undefined)
    return configuration.RevisionId !== state.RevisionId;
  return isNewerThan(state.ReadAt, configuration);
}

function isNewerThan(time: string | undefined, { LastModified = "" }: FunctionConfiguration): boolean {
  return time !== undefined && Date.parse(LastModified) > Date.parse(time);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
