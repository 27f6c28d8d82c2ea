import { Runtime, type Environment } from "@aws-sdk/client-lambda";
import { invalidParameterValue } from "../lambda-errors";

/** Environment variables that Lambda sets itself and lets nobody change (configuration-envvars). */
const RESERVED_VARIABLES = new Set([
  "_HANDLER",
  "_X_AMZN_TRACE_ID",
  "AWS_ACCESS_KEY_ID",
  "AWS_DEFAULT_REGION",
  "AWS_EXECUTION_ENV",
  "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
  "AWS_LAMBDA_FUNCTION_NAME",
  "AWS_LAMBDA_FUNCTION_VERSION",
  "AWS_LAMBDA_INITIALIZATION_TYPE",
  "AWS_LAMBDA_LOG_GROUP_NAME",
  "AWS_LAMBDA_LOG_STREAM_NAME",
  "AWS_LAMBDA_RUNTIME_API",
  "AWS_REGION",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "LAMBDA_RUNTIME_DIR",
  "LAMBDA_TASK_ROOT",
]);

/** Throws InvalidParameterValueException for a runtime that the pinned model does not list. */
export function checkRuntime(runtime: string | undefined): void {
  const known: readonly string[] = Object.values(Runtime);
  if (runtime === undefined || known.includes(runtime)) return;
  throw invalidParameterValue(
    `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${known.join(", ")}] or be a valid ARN`,
  );
}

/** Throws InvalidParameterValueException naming the reserved keys that a request would set. */
export function checkEnvironment(environment: Environment | undefined): void {
  const reserved = Object.keys(environment?.Variables ?? {}).filter((key) => RESERVED_VARIABLES.has(key));
  if (reserved.length === 0) return;
  throw invalidParameterValue(
    `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(", ")}`,
  );
}
