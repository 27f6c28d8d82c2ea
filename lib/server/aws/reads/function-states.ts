import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { FunctionState } from "@/lib/core/network/resources";
import { getFunction } from "../lambda";
import { dependentCall } from "./dependent-call";

/** The state of each function: ListFunctions does not give it (Lambda API reference). */
export const functionStates = dependentCall({
  service: "lambda",
  operation: "GetFunction",
  resourceKey: "FunctionStates",
  parentKey: "Functions",
  subjectsOf: (functions) =>
    functions
      .filter(({ Version = "$LATEST" }) => Version === "$LATEST")
      .flatMap((fn) => unqualified(fn.FunctionArn) ?? fn.FunctionName ?? []),
  fetch: async (scope, FunctionName) => {
    const { Configuration } = await getFunction(scope, { FunctionName });
    return { items: Configuration === undefined ? [] : [Configuration] };
  },
  toItems: (subject, [configuration], readAt) => [toFunctionState(subject, configuration ?? {}, readAt)],
});

/** What a snapshot keeps of GetFunction's answer: the state and what it is the state of. */
function toFunctionState(
  functionArn: string,
  configuration: FunctionConfiguration,
  readAt: string,
): FunctionState {
  return {
    FunctionName: configuration.FunctionName,
    FunctionArn: configuration.FunctionArn ?? functionArn,
    State: configuration.State,
    StateReason: configuration.StateReason,
    StateReasonCode: configuration.StateReasonCode,
    LastUpdateStatus: configuration.LastUpdateStatus,
    LastUpdateStatusReason: configuration.LastUpdateStatusReason,
    LastUpdateStatusReasonCode: configuration.LastUpdateStatusReasonCode,
    RevisionId: configuration.RevisionId,
    VpcConfig: configuration.VpcConfig,
    ReadAt: readAt,
  };
}

/** ListFunctions with `FunctionVersion: "ALL"` gives `…:function:name:$LATEST`; the ARN without it names the function. */
function unqualified(functionArn: string | undefined): string | undefined {
  return functionArn?.split(":").slice(0, 7).join(":");
}
