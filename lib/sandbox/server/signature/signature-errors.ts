import { AwsError } from "../../aws-error";
import type { ErrorStyle } from "../service";

/** What is wrong with a signature: it lacks a part, it contradicts itself or the request, or its time has passed. */
export type SignatureFault = "incomplete" | "mismatch" | "expired";

type Code = readonly [code: string, httpStatus: number];

/**
 * "Common errors" of each service; "Error codes for the Amazon EC2 API"; IAM user guide: Troubleshoot Signature Version 4
 * signed requests. EC2 answers `AuthFailure` for a signature that does not fit.
 */
const CODES: Readonly<Record<ErrorStyle, Readonly<Record<SignatureFault, Code>>>> = {
  ec2: {
    incomplete: ["IncompleteSignature", 400],
    mismatch: ["AuthFailure", 401],
    expired: ["RequestExpired", 400],
  },
  query: {
    incomplete: ["IncompleteSignature", 400],
    mismatch: ["SignatureDoesNotMatch", 403],
    expired: ["SignatureDoesNotMatch", 403],
  },
  lambda: {
    incomplete: ["IncompleteSignatureException", 403],
    mismatch: ["InvalidSignatureException", 403],
    expired: ["InvalidSignatureException", 403],
  },
  json: {
    incomplete: ["IncompleteSignatureException", 400],
    mismatch: ["InvalidSignatureException", 400],
    expired: ["InvalidSignatureException", 400],
  },
};

/** The error of the layer that checks signatures, as this kind of service names it. */
export function signatureError(style: ErrorStyle, fault: SignatureFault, message: string): AwsError {
  const [code, httpStatus] = CODES[style][fault];
  return new AwsError(code, message, { httpStatus });
}
