import { AwsError } from "../aws-error";
import { requiredMembers, type OperationSchema } from "./operation-schema";
import { readJson } from "./read-json";

/** The typed input of an RPC operation from what its body says. Throws SerializationException, ValidationException. */
export function readRpcInput(operation: OperationSchema, body: unknown): Record<string, unknown> {
  if (!operation.input.isStructSchema()) return {};
  const read = readJson(operation.input, body);
  const input: Record<string, unknown> = { ...(typeof read === "object" && read !== null ? read : {}) };
  for (const name of requiredMembers(operation.input)) {
    if (input[name] !== undefined) continue;
    const path = name.charAt(0).toLowerCase() + name.slice(1);
    throw new AwsError(
      "ValidationException",
      `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return input;
}
