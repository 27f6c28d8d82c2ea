import type { HandlerTable } from "../handler";
import type { Protocol } from "../wire/protocol";
import type { WireRequest } from "../wire/wire-message";

/** How a service words the errors that do not depend on an operation: `server/general-errors.ts` has the words. */
export type ErrorStyle = "ec2" | "query" | "lambda" | "json";

/** One AWS service as the server sees it. */
export interface Service {
  /** The name in a signature's credential scope, and the prefix of its IAM actions where those have no other. */
  name: string;
  actionPrefix?: string;
  /** API version of a query service: names the service where a signature does not. */
  apiVersion?: string;
  /** What stands before the operation in `X-Amz-Target` of a JSON service, or in the path of one that speaks CBOR. */
  target?: string;
  errorStyle: ErrorStyle;
  /** Of a service that speaks several protocols: whether a request is in this one. */
  speaks?: (request: WireRequest) => boolean;
  protocol: Protocol;
  handlers: HandlerTable;
  /** What the service demands of any operation's input. Throws AwsError. */
  checkInput?: (operation: string, input: Record<string, unknown>) => void;
  /** Bodies above this are refused unread. */
  maxBodyBytes: number;
}
