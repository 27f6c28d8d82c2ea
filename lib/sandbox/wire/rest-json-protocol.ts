import type { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../aws-error";
import { printJson } from "./json-body";
import { listOperationSchemas } from "./operation-schema";
import type { Protocol } from "./protocol";
import { readRestJsonInput } from "./read-rest-json";
import { printRestJsonError } from "./rest-json-error";
import { matchRestRoute, toRestRoute } from "./rest-route";
import type { WireResponse } from "./wire-message";

function isRecord(value: object): value is Record<string, unknown> {
  return !Array.isArray(value);
}

function printHeader(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

interface OutputParts {
  status?: number;
  headers: Record<string, string>;
  payload?: string | Uint8Array;
  body: Record<string, unknown>;
}

/** Sorts an output's members to where the model binds them: status, header, whole payload, or JSON body. */
function splitOutput(schema: NormalizedSchema, output: object): OutputParts {
  const parts: OutputParts = { headers: {}, body: {} };
  if (!schema.isStructSchema() || !isRecord(output)) return parts;
  for (const [name, member] of schema.structIterator()) {
    const value = output[name];
    const traits = member.getMergedTraits();
    if (traits.httpPayload)
      parts.payload = value instanceof Uint8Array || typeof value === "string" ? value : "";
    if (value === undefined || value === null) continue;
    if (traits.httpResponseCode) parts.status = Number(value);
    else if (traits.httpHeader !== undefined)
      parts.headers[traits.httpHeader.toLowerCase()] = printHeader(value);
    else if (!traits.httpPayload) parts.body[name] = value;
  }
  return parts;
}

/** The `restJson1` protocol (Smithy specification, `aws.protocols#restJson1`; error spellings as Lambda answers them). */
export function createRestJsonProtocol(client: object): Protocol {
  const routes = listOperationSchemas(client).flatMap((operation) => toRestRoute(operation) ?? []);
  const unknownOperation = (): AwsError =>
    new AwsError("UnknownOperationException", "Unknown operation.", { httpStatus: 404 });
  return {
    unknownOperation,
    open(request) {
      let match: ReturnType<typeof matchRestRoute>;
      try {
        match = matchRestRoute(routes, request.method, request.path);
      } catch (cause) {
        if (cause instanceof URIError) throw unknownOperation();
        throw cause;
      }
      if (match === undefined) throw unknownOperation();
      const { operation, labels } = match;
      return { operation, readInput: () => readRestJsonInput(operation.input, labels, request) };
    },
    print(operation, output, requestId): WireResponse {
      const parts = splitOutput(operation.output, output);
      const status = parts.status ?? operation.http?.status ?? 200;
      const body =
        status === 204
          ? ""
          : (parts.payload ??
            (operation.output.isStructSchema() ? printJson(operation.output, parts.body) : ""));
      return {
        status,
        headers: { "content-type": "application/json", "x-amzn-requestid": requestId, ...parts.headers },
        body,
      };
    },
    printError(error, requestId): WireResponse {
      return {
        status: error.httpStatus,
        headers: {
          "content-type": "application/json",
          "x-amzn-requestid": requestId,
          "x-amzn-errortype": error.code,
          ...error.headers,
        },
        body: printRestJsonError(error),
      };
    },
  };
}
