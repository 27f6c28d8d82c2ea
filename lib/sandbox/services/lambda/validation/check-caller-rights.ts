import type { CallerContext } from "../../iam/evaluation/caller-context";
import { denialSentence, findDenial } from "../../iam/evaluation/find-denial";
import { accessDenied } from "../lambda-errors";

/** Handing a role to Lambda needs `iam:PassRole` on it. Throws AccessDeniedException. */
export function checkMayPassRole(context: CallerContext, roleArn: string): void {
  const question = {
    action: "iam:PassRole",
    resource: roleArn,
    context: { "iam:PassedToService": ["lambda.amazonaws.com"] },
  };
  const denial = findDenial(context, question);
  if (denial === undefined) return;
  throw accessDenied(denialSentence(context.caller.arn, question, denial));
}

/** What Lambda asks EC2 with its caller's rights ("Required IAM permissions" of configuration-vpc). */
type Ec2Read = "DescribeSecurityGroups" | "DescribeSubnets" | "DescribeVpcs" | "GetSecurityGroupsForVpc";

/** Throws AccessDeniedException in the words with which Lambda hands on EC2's refusal (serverless#8209). */
export function checkMayDescribe(context: CallerContext, operation: Ec2Read, ids: readonly string[]): void {
  if (findDenial(context, { action: `ec2:${operation}`, resource: "*" }) === undefined) return;
  throw accessDenied(
    `Your access has been denied by EC2, please make sure your request credentials have permission to ${operation} for ${ids.join(", ")}. EC2 Error Code: UnauthorizedOperation. EC2 Error Message: You are not authorized to perform this operation.`,
  );
}
