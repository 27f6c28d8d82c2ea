import { AwsError } from "../aws-error";
import { printJson } from "./json-body";
import { findOperationSchema } from "./operation-schema";
import { parseJson } from "./parse-json";
import type { Protocol } from "./protocol";
import { queryCompatibleErrors } from "./query-compatible-error";
import { readRpcInput } from "./rpc-input";
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

/** `awsJson1_0` and `awsJson1_1` (Smithy specification). */
export function createJsonRpcProtocol(options: JsonRpcOptions): Protocol {
  const { client, version, target, isQueryCompatible = false } = options;
  const contentType = `application/x-amz-json-${version}`;
  const toQueryError = isQueryCompatible ? queryCompatibleErrors(client) : undefined;
  const unknownOperation = (): AwsError => new AwsError("UnknownOperationException", "Unknown operation.");
  return {
    unknownOperation,
    open(request) {
      const [prefix, name = ""] = (request.headers["x-amz-target"] ?? "").split(".");
      const operation = prefix === target ? findOperationSchema(client, name) : undefined;
      if (operation === undefined) throw unknownOperation();
      return { operation, readInput: () => readRpcInput(operation, parse(request)) };
    },
    print(operation, output, requestId): WireResponse {
      const body = operation.output.isStructSchema() ? printJson(operation.output, output) : "{}";
      return { status: 200, headers: { "content-type": contentType, "x-amzn-requestid": requestId }, body };
    },
    printError(error, requestId): WireResponse {
      const queryError = toQueryError?.(error);
      return {
        status: error.httpStatus,
        headers: {
          "content-type": contentType,
          "x-amzn-requestid": requestId,
          ...queryError?.headers,
          ...error.headers,
        },
        body: JSON.stringify({
          __type: queryError?.shape ?? error.code,
          message: error.message,
          ...error.members,
        }),
      };
    },
  };
}
