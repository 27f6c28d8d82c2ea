import type { FunctionConfiguration, InvocationResponse } from "@aws-sdk/client-lambda";
import type { HandlerContext } from "../../../handler";
import { LATEST } from "../names/get-function-version";

/** What every function of the sandbox answers: no code runs here. */
const RESULT = JSON.stringify({ statusCode: 200, body: JSON.stringify("Hello from Lambda!") });

interface Run {
  payload: string;
  durationMs: number;
  functionError?: string;
  /** What stands between START and END in the log. */
  lines: string[];
}

/** A function that a fault makes wait for what never answers runs into its timeout, in the words of the runtime. */
function timedOut(context: HandlerContext, configuration: FunctionConfiguration): Run {
  const seconds = configuration.Timeout ?? 3;
  const at = new Date(context.clock.now()).toISOString();
  const message = `${at} ${context.requestId} Task timed out after ${seconds.toFixed(2)} seconds`;
  return {
    payload: JSON.stringify({ errorType: "Sandbox.Timedout", errorMessage: message }),
    durationMs: seconds * 1000,
    functionError: "Unhandled",
    lines: [message],
  };
}

function run(context: HandlerContext, configuration: FunctionConfiguration): Run {
  const isStuck = context.world.faults.some(
    (fault) => fault.kind === "function-timeout" && fault.functionName === configuration.FunctionName,
  );
  return isStuck ? timedOut(context, configuration) : { payload: RESULT, durationMs: 1.57, lines: [] };
}

/** The last lines of the log, base64, in the form that the managed runtimes write. */
function toLogTail(context: HandlerContext, configuration: FunctionConfiguration, done: Run): string {
  const { requestId } = context;
  const memory = configuration.MemorySize ?? 128;
  const lines = [
    `START RequestId: ${requestId} Version: ${configuration.Version ?? LATEST}`,
    ...done.lines,
    `END RequestId: ${requestId}`,
    `REPORT RequestId: ${requestId}\tDuration: ${done.durationMs.toFixed(2)} ms\tBilled Duration: ${String(Math.ceil(done.durationMs))} ms\tMemory Size: ${String(memory)} MB\tMax Memory Used: ${String(Math.min(memory, 71))} MB\t`,
  ];
  return Buffer.from(`${lines.join("\n")}\n`).toString("base64");
}

/** The answer to a call that waited for it. */
export function runFunction(
  context: HandlerContext,
  configuration: FunctionConfiguration,
  options: { withLog: boolean },
): InvocationResponse {
  const done = run(context, configuration);
  return {
    StatusCode: 200,
    ExecutedVersion: configuration.Version ?? LATEST,
    Payload: new TextEncoder().encode(done.payload),
    ...(done.functionError === undefined ? {} : { FunctionError: done.functionError }),
    ...(options.withLog ? { LogResult: toLogTail(context, configuration, done) } : {}),
  };
}
