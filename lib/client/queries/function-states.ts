import { queryOptions, type QueryClient } from "@tanstack/react-query";
import type { FunctionStates } from "@/lib/contract/function-states";
import { explainState } from "@/lib/core/operations/explain-state";
import { callApi } from "../call-api";
import { functionKeys, functionListQuery, functionQuery } from "./functions";

/** A state older than this is read again while it is on screen. */
const MAX_AGE_SECONDS = 60;
/** What one request may ask for. */
const MOST = 100;

/**
 * The states of the functions on screen, read now where they are old, and again every minute while they stay there.
 * They are written into what the lists and pages show: one line changes in place, nothing is loaded anew.
 */
export const functionStatesQuery = (functionArns: readonly string[]) =>
  queryOptions({
    // Under "live", so that a new snapshot makes it stale like all else that is live.
    queryKey: [...functionKeys.all, "states", "live", functionArns],
    queryFn: async ({ signal, client }) => {
      const functions = functionArns.slice(0, MOST);
      const body = { functions, maxAgeSeconds: MAX_AGE_SECONDS };
      const states = await callApi("readFunctionStates", { body, signal });
      mergeStates(client, states);
      return states;
    },
    enabled: functionArns.length > 0,
    refetchInterval: MAX_AGE_SECONDS * 1000,
    gcTime: MAX_AGE_SECONDS * 1000,
    retry: false,
  });

type StateItem = FunctionStates["items"][number];

/** Only what is newer than what is shown: an event may have come first. */
export function mergeStates(client: QueryClient, { items }: FunctionStates): void {
  const byArn = new Map(items.map((item) => [item.functionArn, item]));
  client.setQueryData(functionListQuery().queryKey, (list) =>
    list === undefined ? undefined : { ...list, items: list.items.map((fn) => withState(fn, byArn)) },
  );
  for (const { functionName, functionArn } of items) {
    for (const name of [functionName, functionArn]) {
      client.setQueryData(functionQuery(name).queryKey, (fn) => {
        const state = byArn.get(functionArn);
        if (fn === undefined || state === undefined || !isNewer(state, fn)) return fn;
        const { stateReason, lastUpdateStatusReason, lastUpdateStatusReasonCode } = state;
        const { summary, nextStep } = explainState(state);
        return {
          ...withState(fn, byArn),
          stateReason,
          lastUpdateStatusReason,
          lastUpdateStatusReasonCode,
          stateExplanation: { summary, nextStep },
        };
      });
    }
  }
}

function isNewer(state: StateItem, known: { stateReadAt: string | null }): boolean {
  return known.stateReadAt === null || Date.parse(state.stateReadAt) > Date.parse(known.stateReadAt);
}

function withState<Fn extends { functionArn: string; stateReadAt: string | null }>(
  fn: Fn,
  byArn: ReadonlyMap<string, StateItem>,
): Fn {
  const state = byArn.get(fn.functionArn);
  if (state === undefined || !isNewer(state, fn)) return fn;
  const { stateReasonCode, lastUpdateStatus, stateReadAt } = state;
  return { ...fn, state: state.state, stateReasonCode, lastUpdateStatus, stateReadAt };
}
