import type { FunctionConfiguration, InvocationRequest, InvocationResponse } from "@aws-sdk/client-lambda";
import type { Handler, HandlerContext } from "../../../handler";
import type { LambdaFunction } from "../../../world/world";
import { routedVersion } from "../aliases/alias-routing";
import {
  concurrencyExceeded,
  invalidRequestContent,
  networkInterfaceNotReady,
  resourceConflict,
} from "../lambda-errors";
import { provision } from "../lifecycle/provision";
import { PENDING_RESTORE } from "../lifecycle/state-members";
import { findVersion, getFunctionVersion } from "../names/get-function-version";
import { asleepError } from "./invoke-errors";
import { runFunction } from "./run-function";
import { shapeCheck } from "../validation/shape-check";

/**
 * Answers as if the function had run; the one that serves, while an update is in progress. A sleeping function refuses
 * the call that wakes it, and those until its connection is there again.
 */
export const invoke: Handler<InvocationRequest, InvocationResponse> = (context, input) => {
  const check = shapeCheck();
  check.oneOf("invocationType", input.InvocationType, ["Event", "RequestResponse", "DryRun"]);
  check.oneOf("logType", input.LogType, ["None", "Tail"]);
  check.throwIfViolated();
  const found = getInvoked(context, input);
  if (input.InvocationType === "DryRun") return { StatusCode: 204 };
  checkPayload(input.Payload);
  if (found.fn.reservedConcurrency === 0) throw concurrencyExceeded();
  checkInvocable(context, found);
  noteInvocation(context, found.fn);
  if (input.InvocationType === "Event") return { StatusCode: 202 };
  return runFunction(context, found.configuration, { withLog: input.LogType === "Tail" });
};

/** CloudWatch counts what was invoked; a thousand are plenty for a sandbox. */
const MAX_NOTED = 1000;

function noteInvocation({ clock }: HandlerContext, fn: LambdaFunction): void {
  fn.lastInvokedAt = clock.now();
  fn.invokedAt = [...(fn.invokedAt ?? []), fn.lastInvokedAt].slice(-MAX_NOTED);
}

/** What a call runs: by an alias with weights, one of its two versions. */
function getInvoked(context: HandlerContext, input: InvocationRequest) {
  const found = getFunctionVersion(context, input);
  if (found.alias === undefined) return found;
  const share = Number.parseInt(context.requestId.slice(0, 8), 16) / 2 ** 32;
  const version = findVersion(found.fn, routedVersion(found.alias, share));
  return version === undefined ? found : { ...found, configuration: version };
}

function checkPayload(payload: Uint8Array | undefined): void {
  if (payload === undefined || payload.length === 0) return;
  try {
    JSON.parse(new TextDecoder().decode(payload));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalidRequestContent(`Could not parse request body into json: ${error.message}`);
  }
}

function checkInvocable(
  context: HandlerContext,
  found: { fn: LambdaFunction; configuration: FunctionConfiguration; functionArn: string },
): void {
  const { configuration } = found;
  if (configuration.State === "Inactive") {
    const error = asleepError(configuration);
    wake(context, found);
    throw error;
  }
  if (configuration.StateReasonCode === "Restoring") throw networkInterfaceNotReady();
  if (configuration.State !== "Active") {
    throw resourceConflict(
      `The operation cannot be performed at this time. The function is currently in the following state: ${configuration.State}`,
    );
  }
}

/** An invocation, though refused, ends the idleness. An update that is in progress wakes the function by itself. */
function wake(
  context: HandlerContext,
  { fn, configuration, functionArn }: Parameters<typeof checkInvocable>[1],
): void {
  const at = context.clock.now();
  fn.lastInvokedAt = at;
  if (configuration.LastUpdateStatus === "InProgress") return;
  Object.assign(configuration, PENDING_RESTORE);
  provision(context, { functionArn, configuration, phase: "restore", isConnectionChanged: true, at });
}
