import type {
  DecodeAuthorizationMessageRequest,
  DecodeAuthorizationMessageResponse,
} from "@aws-sdk/client-sts";
import type { Handler, HandlerTable } from "../../handler";
import { assumeRole } from "./assume-role";
import { decodeAuthorizationMessage } from "./authorization-message";
import { getAccessKeyInfo } from "./get-access-key-info";
import { getCallerIdentity } from "./get-caller-identity";
import { getSessionToken } from "./get-session-token";

/** Opens what EC2 sealed. */
const decode: Handler<DecodeAuthorizationMessageRequest, DecodeAuthorizationMessageResponse> = (
  _context,
  input,
) => ({ DecodedMessage: decodeAuthorizationMessage(input.EncodedMessage ?? "") });

/** The STS operations that the sandbox knows. */
export const stsHandlers = {
  AssumeRole: assumeRole,
  DecodeAuthorizationMessage: decode,
  GetAccessKeyInfo: getAccessKeyInfo,
  GetCallerIdentity: getCallerIdentity,
  GetSessionToken: getSessionToken,
} satisfies HandlerTable;
