import { AwsError } from "../aws-error";
import { parseCbor, printCbor, printCborValue } from "./cbor-body";
import { findOperationSchema } from "./operation-schema";
import type { Protocol } from "./protocol";
import { queryCompatibleErrors } from "./query-compatible-error";
import { readRpcInput } from "./rpc-input";
import type { WireRequest, WireResponse } from "./wire-message";

export interface RpcCborOptions {
  /** The SDK client module whose exported schemas describe the service. */
  client: object;
  /** The service's shape, as paths name it. */
  service: string;
  /** Of the service's shapes: an error is named by its absolute id. */
  namespace: string;
}

const HEADERS = { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" };

/** Whether a request is in Smithy's RPC v2 with CBOR, which says so itself. */
export function speaksRpcCbor(request: WireRequest): boolean {
  return request.headers["smithy-protocol"] === HEADERS["smithy-protocol"];
}

/** Smithy specification, "Smithy RPC v2 CBOR protocol", of a service that once spoke the query protocol. */
export function createRpcCborProtocol({ client, service, namespace }: RpcCborOptions): Protocol {
  const toQueryError = queryCompatibleErrors(client);
  const unknownOperation = (): AwsError => new AwsError("UnknownOperationException", "Unknown operation.");
  return {
    unknownOperation,
    open(request) {
      const [, named, name = ""] = /\/service\/([^/]+)\/operation\/([^/]+)$/.exec(request.path) ?? [];
      const operation =
        named === service && request.method === "POST" ? findOperationSchema(client, name) : undefined;
      if (operation === undefined) throw unknownOperation();
      return { operation, readInput: () => readRpcInput(operation, parseCbor(request.body)) };
    },
    print(operation, output, requestId): WireResponse {
      const body = operation.output.isStructSchema() ? printCbor(operation.output, output) : "";
      return { status: 200, headers: { ...HEADERS, "x-amzn-requestid": requestId }, body };
    },
    printError(error, requestId): WireResponse {
      const { shape, headers } = toQueryError(error);
      return {
        status: error.httpStatus,
        headers: { ...HEADERS, "x-amzn-requestid": requestId, ...headers, ...error.headers },
        body: printCborValue({
          __type: `${namespace}#${shape}`,
          message: error.message,
          ...error.members,
        }),
      };
    },
  };
}
