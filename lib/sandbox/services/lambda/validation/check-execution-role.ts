import { findRole } from "../../../world/find-account";
import type { World } from "../../../world/world";
import { evaluateTrust } from "../../iam/evaluation/evaluate-trust";
import { roleAllows } from "../../iam/evaluation/role-allows";
import { invalidParameterValue } from "../lambda-errors";

/**
 * Lambda assumes the execution role while it validates, and, for a function in a VPC, tries `ec2:CreateNetworkInterface`
 * with it. Throws InvalidParameterValueException in AWS's words.
 */
export function checkExecutionRole(world: World, roleArn: string, options: { isInVpc: boolean }): void {
  const role = findRole(world, roleArn);
  if (role === undefined || !isAssumableByLambda(role.assumeRolePolicyDocument)) {
    throw invalidParameterValue("The role defined for the function cannot be assumed by Lambda.");
  }
  if (options.isInVpc && !roleAllows(world, roleArn, "ec2:CreateNetworkInterface")) {
    throw invalidParameterValue(
      "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
    );
  }
}

/** A trust policy that cannot be read, which only a scenario could hold, trusts nobody. */
function isAssumableByLambda(document: string): boolean {
  const lambda = { kind: "Service", name: "lambda.amazonaws.com" } as const;
  try {
    return evaluateTrust(document, lambda, { action: "sts:AssumeRole" }) === "allowed";
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
