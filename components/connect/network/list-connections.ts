import type { FunctionSummary } from "@/lib/contract/functions";
import type { NetworkChoice } from "./network-choice";

/** A connection that other functions already have: choosing it shares their interfaces. */
export interface KnownConnection {
  connectionId: string;
  choice: NetworkChoice;
  vpcName: string;
  functionNames: string[];
}

/** Connections of other functions, those with most functions first; the function's own is left out. */
export function listConnections(
  functions: readonly FunctionSummary[],
  exceptFunctionName: string,
): KnownConnection[] {
  const own = functions.find((fn) => fn.functionName === exceptFunctionName)?.connectionId ?? null;
  const found = new Map<string, KnownConnection>();
  for (const fn of functions) {
    if (fn.connectionId === null || fn.vpcConfig === null || fn.connectionId === own) continue;
    const known = found.get(fn.connectionId);
    if (known) known.functionNames.push(fn.functionName);
    else {
      found.set(fn.connectionId, {
        connectionId: fn.connectionId,
        choice: { ...fn.vpcConfig },
        vpcName: fn.vpcName ?? fn.vpcConfig.vpcId,
        functionNames: [fn.functionName],
      });
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      b.functionNames.length - a.functionNames.length || a.connectionId.localeCompare(b.connectionId, "en"),
  );
}
