import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { AwsError } from "../../aws-error";
import type { Caller } from "../../handler";
import type { AccessQuestion } from "../iam/evaluation/evaluate-policies";

interface DeniedQuestion extends AccessQuestion {
  isExplicit: boolean;
}

const SEAL_BYTES = 8;

function sealOf(packed: Buffer): Buffer {
  return createHash("sha256").update("authorization").update(packed).digest().subarray(0, SEAL_BYTES);
}

/**
 * Why EC2 denied, in the form that only STS opens. AWS encrypts it; here it is packed and sealed, since nothing in it is
 * secret. Members after the example of DecodeAuthorizationMessage in the STS API reference.
 */
export function encodeAuthorizationMessage(caller: Caller, denied: DeniedQuestion): string {
  const message = {
    allowed: false,
    explicitDeny: denied.isExplicit,
    matchedStatements: { items: [] },
    failures: { items: [] },
    context: {
      principal: { id: caller.userId, arn: caller.arn },
      action: denied.action,
      resource: denied.resource,
      conditions: {
        items: Object.entries(denied.context ?? {}).map(([key, values]) => ({
          key,
          values: { items: values.map((value) => ({ value })) },
        })),
      },
    },
  };
  const packed = deflateRawSync(JSON.stringify(message));
  return Buffer.concat([sealOf(packed), packed]).toString("base64url");
}

/** The message again. Throws InvalidAuthorizationMessageException. */
export function decodeAuthorizationMessage(encoded: string): string {
  const bytes = Buffer.from(encoded, "base64url");
  const packed = bytes.subarray(SEAL_BYTES);
  if (!bytes.subarray(0, SEAL_BYTES).equals(sealOf(packed))) {
    throw new AwsError(
      "InvalidAuthorizationMessageException",
      "The message is not a valid authorization message.",
    );
  }
  return inflateRawSync(packed).toString("utf8");
}
