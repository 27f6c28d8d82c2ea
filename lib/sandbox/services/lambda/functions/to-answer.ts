import type { FunctionConfiguration } from "@aws-sdk/client-lambda";

/** A copy for the answer: what the world does later must not change what was said. */
export function toAnswer(configuration: FunctionConfiguration | undefined): FunctionConfiguration {
  return structuredClone(configuration ?? {});
}

/**
 * A copy as a caller asked for it: `$LATEST` or an alias asked for by name carries it in the ARN, asked for without a
 * qualifier `$LATEST` does not.
 */
export function toQualifiedAnswer(
  configuration: FunctionConfiguration,
  qualifier: string | undefined,
): FunctionConfiguration {
  const answer = toAnswer(configuration);
  if (qualifier !== undefined && (qualifier === "$LATEST" || qualifier !== configuration.Version)) {
    const unqualified = configuration.FunctionArn?.split(":").slice(0, 7).join(":") ?? "";
    answer.FunctionArn = `${unqualified}:${qualifier}`;
  }
  return answer;
}

/** A copy as the List operations give it: they omit the state and the runtime's version (ListFunctions in the SDK). */
export function toListAnswer(configuration: FunctionConfiguration): FunctionConfiguration {
  const answer = toAnswer(configuration);
  delete answer.State;
  delete answer.StateReason;
  delete answer.StateReasonCode;
  delete answer.LastUpdateStatus;
  delete answer.LastUpdateStatusReason;
  delete answer.LastUpdateStatusReasonCode;
  delete answer.RuntimeVersionConfig;
  return answer;
}
