import type { Role } from "@aws-sdk/client-iam";
import type { AwsScope } from "../aws-clients";
import { listRoles } from "../iam";
import { readAllPages } from "../paginate";

/** The account's roles that lambda.amazonaws.com may assume. Throws the SDK's error where IAM refuses. */
export async function listLambdaRoles(scope: AwsScope): Promise<Role[]> {
  const roles = await readAllPages(async (marker) => {
    const page = await listRoles(scope, {
      MaxItems: 1000,
      ...(marker === undefined ? {} : { Marker: marker }),
    });
    return { items: page.Roles ?? [], nextToken: page.IsTruncated === true ? page.Marker : undefined };
  }, scope.signal);
  return roles.filter((role) => isAssumableByLambda(role.AssumeRolePolicyDocument));
}

/**
 * Whether a trust policy lets Lambda assume its role. IAM gives the document URL-encoded (RFC 3986). Conditions are
 * not evaluated: a role they exclude is refused by Lambda itself.
 */
export function isAssumableByLambda(document: string | undefined): boolean {
  if (document === undefined) return false;
  return statementsOf(document).some(
    (statement) => statement["Effect"] === "Allow" && servicesOf(statement).includes("lambda.amazonaws.com"),
  );
}

function statementsOf(document: string): Record<string, unknown>[] {
  const policy = parsePolicy(document);
  const statements: unknown = isRecord(policy) ? policy["Statement"] : undefined;
  return (Array.isArray(statements) ? statements : [statements]).filter(isRecord);
}

function parsePolicy(document: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(document)) as unknown;
  } catch {
    // A trust policy that cannot be read trusts nobody that we could name.
    return undefined;
  }
}

function servicesOf(statement: Record<string, unknown>): unknown[] {
  const principal = statement["Principal"];
  if (!isRecord(principal)) return [];
  const service = principal["Service"];
  return Array.isArray(service) ? service : [service];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
