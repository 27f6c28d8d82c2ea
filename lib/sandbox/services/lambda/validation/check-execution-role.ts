import { findRole } from "../../../world/find-account";
import type { World } from "../../../world/world";
import { roleAllows } from "../../iam/role-allows";
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

/** Whether a trust policy names the Lambda service. A policy that cannot be read trusts nobody. */
function isAssumableByLambda(document: string): boolean {
  const policy: unknown = parseDocument(document);
  if (!isObject(policy)) return false;
  const statements = toList(policy["Statement"]).filter(isObject);
  const allows = statements.some(
    (statement) => statement["Effect"] === "Allow" && namesLambda(statement["Principal"]),
  );
  const denies = statements.some(
    (statement) => statement["Effect"] === "Deny" && namesLambda(statement["Principal"]),
  );
  return allows && !denies;
}

function parseDocument(document: string): unknown {
  try {
    // IAM answers with the document percent-encoded; a scenario may keep it in either form.
    return JSON.parse(document.startsWith("%7B") ? decodeURIComponent(document) : document);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return undefined;
    throw error;
  }
}

function namesLambda(principal: unknown): boolean {
  if (principal === "*") return true;
  return isObject(principal) && toList(principal["Service"]).includes("lambda.amazonaws.com");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toList(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
