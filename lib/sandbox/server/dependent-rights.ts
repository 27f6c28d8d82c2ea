import { AwsError } from "../aws-error";

/** A right that an operation needs of its caller besides the one of its own name. */
export interface DependentRight {
  action: string;
  resourceArn: string;
  /** How the service words a denial; without it, in the usual words. */
  denial?: AwsError;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function idsOf(input: Record<string, unknown>, member: "SubnetIds" | "SecurityGroupIds"): string[] {
  const vpcConfig = input["VpcConfig"];
  const ids = isRecord(vpcConfig) ? vpcConfig[member] : undefined;
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

/** Lambda asks EC2 with its caller's rights, and hands on EC2's refusal (serverless#8209, aws-sdk-ruby#1191). */
function ec2Right(operation: string, id: string): DependentRight {
  return {
    action: `ec2:${operation}`,
    resourceArn: "*",
    denial: new AwsError(
      "AccessDeniedException",
      `Your access has been denied by EC2, please make sure your request credentials have permission to ${operation} for ${id}. EC2 Error Code: UnauthorizedOperation. EC2 Error Message: You are not authorized to perform this operation.`,
      { httpStatus: 403 },
    ),
  };
}

/** What CreateFunction and UpdateFunctionConfiguration need as well ("Required IAM permissions" of configuration-vpc). */
export function dependentRights(operationName: string, input: Record<string, unknown>): DependentRight[] {
  if (operationName !== "lambda:CreateFunction" && operationName !== "lambda:UpdateFunctionConfiguration")
    return [];
  const role = input["Role"];
  const passRole = typeof role === "string" ? [{ action: "iam:PassRole", resourceArn: role }] : [];
  const [securityGroupId] = idsOf(input, "SecurityGroupIds");
  const [subnetId] = idsOf(input, "SubnetIds");
  return [
    ...passRole,
    ...(securityGroupId === undefined ? [] : [ec2Right("DescribeSecurityGroups", securityGroupId)]),
    ...(subnetId === undefined
      ? []
      : [ec2Right("DescribeSubnets", subnetId), ec2Right("DescribeVpcs", subnetId)]),
  ];
}
