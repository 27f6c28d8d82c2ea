import type { AwsError } from "../aws-error";
import type { OperationSchema } from "./operation-schema";
import type { WireRequest, WireResponse } from "./wire-message";

/** A request whose operation is known, its parameters not yet read. */
export interface OpenedRequest {
  operation: OperationSchema;
  /** The command's typed input. Throws AwsError where AWS refuses the shape. */
  readInput(): Record<string, unknown>;
}

/** One of AWS's wire protocols, bound to one service. */
export interface Protocol {
  /** Throws AwsError when the request names no operation, or none that the service has. */
  open(request: WireRequest): OpenedRequest;
  print(operation: OperationSchema, output: object, requestId: string): WireResponse;
  printError(error: AwsError, requestId: string): WireResponse;
  /** What a service of this protocol says about an operation it does not have. */
  unknownOperation(name: string): AwsError;
}
