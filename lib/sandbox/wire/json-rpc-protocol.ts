import { AwsError } from "../aws-error";
import { printJson } from "./json-body";
import { findOperationSchema, requiredMembers, type OperationSchema } from "./operation-schema";
import { parseJson } from "./parse-json";
import type { Protocol } from "./protocol";
import { readJson } from "./read-json";
import type { WireRequest, WireResponse } from "./wire-message";

export interface JsonRpcOptions {
  /** The SDK client module whose exported schemas describe the service. */
  client: object;
  version: "1.0" | "1.1";
  /** What stands before the operation in `X-Amz-Target`. */
  target: string;
  /** Whether the service once spoke the query protocol, and so names errors in its terms too. */
  isQueryCompatible?: boolean;
}

function parse(request: WireRequest): unknown {
  return parseJson(
    request.body,
    () => new AwsError("SerializationException", "Could not parse the request body as JSON."),
  );
}

function readInput(operation: OperationSchema, request: WireRequest): Record<string, unknown> {
  const body = parse(request);
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

/** Query name of an error -> the name of its shape: `ValidationError` is `ValidationException` in JSON. */
function shapeNames(client: object): ReadonlyMap<string, string> {
  const names = Object.values(client).flatMap((value: unknown) => {
    // What the SDK exports for an error: `[-3, namespace, name, traits, …]`.
    if (!Array.isArray(value) || value[0] !== -3 || typeof value[2] !== "string") return [];
    const traits: unknown = value[3];
    const stated: unknown =
      typeof traits === "object" && traits !== null ? Reflect.get(traits, "awsQueryError") : undefined;
    return Array.isArray(stated) && typeof stated[0] === "string" ? [[stated[0], value[2]] as const] : [];
  });
  return new Map(names);
}

/** `awsJson1_0` and `awsJson1_1` (Smithy specification; `aws.protocols#awsQueryCompatible` for the error header). */
export function createJsonRpcProtocol(options: JsonRpcOptions): Protocol {
  const { client, version, target, isQueryCompatible = false } = options;
  const contentType = `application/x-amz-json-${version}`;
  const shapes = isQueryCompatible ? shapeNames(client) : new Map<string, string>();
  const unknownOperation = (): AwsError => new AwsError("UnknownOperationException", "Unknown operation.");
  return {
    unknownOperation,
    open(request) {
      const [prefix, name = ""] = (request.headers["x-amz-target"] ?? "").split(".");
      const operation = prefix === target ? findOperationSchema(client, name) : undefined;
      if (operation === undefined) throw unknownOperation();
      return { operation, readInput: () => readInput(operation, request) };
    },
    print(operation, output, requestId): WireResponse {
      const body = operation.output.isStructSchema() ? printJson(operation.output, output) : "{}";
      return { status: 200, headers: { "content-type": contentType, "x-amzn-requestid": requestId }, body };
    },
    printError(error, requestId): WireResponse {
      const type = error.httpStatus >= 500 ? "Receiver" : "Sender";
      const queryError = isQueryCompatible ? { "x-amzn-query-error": `${error.code};${type}` } : {};
      return {
        status: error.httpStatus,
        headers: {
          "content-type": contentType,
          "x-amzn-requestid": requestId,
          ...queryError,
          ...error.headers,
        },
        body: JSON.stringify({
          __type: shapes.get(error.code) ?? error.code,
          message: error.message,
          ...error.members,
        }),
      };
    },
  };
}
