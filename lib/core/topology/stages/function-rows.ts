import type { Network } from "../../network/network";
import type { GraphNode } from "../graph";
import { compareText } from "../view/view-graph";

type FunctionRow = NonNullable<GraphNode["functions"]>[number];

/** Functions by name, with the state that was read of them. */
export function functionRows(network: Network, functionArns: readonly string[]): FunctionRow[] {
  return functionArns
    .map((functionArn) => ({
      functionName: network.functions.get(functionArn)?.functionName ?? functionArn,
      functionArn,
      state: network.functionStates.get(functionArn)?.resource.State ?? null,
    }))
    .sort((a, b) => compareText(a.functionName, b.functionName) || compareText(a.functionArn, b.functionArn));
}

/** From worst to best. A state that AWS adds later is worse than any that is known to be well. */
const WORST_FIRST = ["Failed", "Deleting", "Deactivated", "Deactivating", "Inactive", "Pending"];
const WELL: ReadonlySet<string> = new Set(["Active", "ActiveNonInvocable"]);

/** The state a group is known by; null where none of its members' was read. */
export function worstState(states: readonly (string | null)[]): string | null {
  const read = states.filter((state) => state !== null);
  const bad = WORST_FIRST.find((state) => read.includes(state));
  return bad ?? read.find((state) => !WELL.has(state)) ?? read[0] ?? null;
}
