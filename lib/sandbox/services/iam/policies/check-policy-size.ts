import { limitExceeded } from "../iam-errors";

/** "IAM and AWS STS quotas": characters of a managed policy, white space not counted. */
const MAX_SIZE = 6144;

/** Throws LimitExceeded for a document that is too long for a managed policy. */
export function checkPolicySize(document: string): void {
  if (document.replaceAll(/\s/g, "").length <= MAX_SIZE) return;
  throw limitExceeded(`Cannot exceed quota for PolicySize: ${String(MAX_SIZE)}`);
}
