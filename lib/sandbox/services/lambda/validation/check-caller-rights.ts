import type { HandlerContext } from "../../../handler";
import { evaluatePolicies } from "../../iam/evaluate-policies";
import { accessDenied } from "../lambda-errors";

type Caller = HandlerContext["caller"];

/** Handing a role to Lambda needs `iam:PassRole` on it. Throws AccessDeniedException. */
export function checkMayPassRole(caller: Caller, roleArn: string): void {
  if (callerMay(caller, "iam:PassRole", roleArn)) return;
  throw accessDenied(
    `User: ${caller.arn} is not authorized to perform: iam:PassRole on resource: ${roleArn} because no identity-based policy allows the iam:PassRole action`,
  );
}

/** Lambda looks resources up in EC2 with the caller's own rights. Throws AccessDeniedException in AWS's words. */
export function checkMayDescribe(
  caller: Caller,
  operation: "DescribeSecurityGroups" | "DescribeSubnets" | "DescribeVpcs",
  ids: readonly string[],
): void {
  if (callerMay(caller, `ec2:${operation}`, "*")) return;
  throw accessDenied(
    `Your access has been denied by EC2, please make sure your request credentials have permission to ${operation} for ${ids.join(", ")}. EC2 Error Code: UnauthorizedOperation. EC2 Error Message: You are not authorized to perform this operation.`,
  );
}

function callerMay(caller: Caller, action: string, resource: string): boolean {
  const documents = caller.user?.policyDocuments;
  return documents === undefined || evaluatePolicies(documents, { action, resource }) === "allowed";
}
