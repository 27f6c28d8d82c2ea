import { type AwsScope } from "../aws-clients";
import { simulatePrincipalPolicy } from "../iam";
import { vpcExecutionActions } from "./lambda-role-actions";
import { readAllPages } from "../paginate";

/**
 * Which of the six EC2 actions a role lacks, by iam:SimulatePrincipalPolicy on `*` (condition keys, and an
 * organization's policies with conditions, are not in its answer). Throws the SDK's error where IAM refuses to simulate.
 */
export async function findDeniedVpcActions(scope: AwsScope, roleArn: string): Promise<string[]> {
  const results = await readAllPages(async (marker) => {
    const page = await simulatePrincipalPolicy(scope, {
      PolicySourceArn: roleArn,
      ActionNames: [...vpcExecutionActions],
      ResourceArns: ["*"],
      ...(marker === undefined ? {} : { Marker: marker }),
    });
    return { items: page.EvaluationResults ?? [], nextToken: page.Marker };
  }, scope.signal);
  return results.flatMap((result) =>
    result.EvalDecision === "allowed" || result.EvalActionName === undefined ? [] : [result.EvalActionName],
  );
}
