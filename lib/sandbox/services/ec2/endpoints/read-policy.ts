import { AwsError } from "../../../aws-error";

/** "The maximum size of an endpoint policy is 20,480 characters" (PrivateLink guide: endpoint policies). */
const MAX_LENGTH = 20_480;

/** What an endpoint without a policy of its own has: everything is allowed. */
export const FULL_ACCESS = JSON.stringify({
  Version: "2008-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
});

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "Statement" in value;
  } catch {
    return false;
  }
}

/** An endpoint's policy. Throws InvalidPolicyDocument for text that is none. */
export function readPolicy(policyDocument: string | undefined): string {
  if (policyDocument === undefined || policyDocument === "") return FULL_ACCESS;
  if (policyDocument.length <= MAX_LENGTH && isObject(policyDocument)) return policyDocument;
  throw new AwsError("InvalidPolicyDocument", "The policy document is not valid.");
}
