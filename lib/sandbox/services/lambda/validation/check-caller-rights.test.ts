import { describe, expect, it } from "vitest";
import { createFunction } from "../functions/create-function";
import { updateFunctionConfiguration } from "../functions/update-function-configuration";
import {
  buildLambdaWorld,
  CONNECTION,
  createRequest,
  refusalOf,
  VPC_ROLE,
} from "../lambda-world.test-builder";

/** A world whose caller may do these actions and no others. */
function withCaller(actions: readonly string[]) {
  const lambdaWorld = buildLambdaWorld();
  lambdaWorld.givenFunction();
  const arn = "arn:aws:iam::123456789012:user/dev";
  const document = JSON.stringify({ Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] });
  const identity = {
    userName: "dev",
    userId: "AIDA0",
    arn,
    path: "/",
    createdAt: new Date(0),
    attachedPolicies: [],
    inlinePolicies: { dev: document },
  };
  const caller = { accountId: lambdaWorld.context.accountId, arn, userId: "AIDA0", identity };
  return { ...lambdaWorld, context: { ...lambdaWorld.context, caller } };
}

const ALL = [
  "iam:PassRole",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
  "ec2:GetSecurityGroupsForVpc",
];
const REQUEST = { FunctionName: "orders", VpcConfig: CONNECTION };

describe("the caller's own rights", () => {
  it.each([
    ["DescribeSecurityGroups", "sg-0app"],
    ["DescribeSubnets", "subnet-0a, subnet-0b"],
    ["DescribeVpcs", "vpc-0main"],
    ["GetSecurityGroupsForVpc", "vpc-0main"],
  ])("are needed for %s, named with the resources", (operation, ids) => {
    const { context } = withCaller(ALL.filter((action) => action !== `ec2:${operation}`));
    expect(refusalOf(() => updateFunctionConfiguration(context, REQUEST))).toEqual({
      code: "AccessDeniedException",
      message: `Your access has been denied by EC2, please make sure your request credentials have permission to ${operation} for ${ids}. EC2 Error Code: UnauthorizedOperation. EC2 Error Message: You are not authorized to perform this operation.`,
      httpStatus: 403,
      members: {},
    });
  });

  it("are needed to pass a role, and only then", () => {
    const { context } = withCaller(ALL.slice(1));
    const message = `User: arn:aws:iam::123456789012:user/dev is not authorized to perform: iam:PassRole on resource: ${VPC_ROLE} because no identity-based policy allows the iam:PassRole action`;
    const passing = { ...REQUEST, Role: VPC_ROLE };
    expect(refusalOf(() => updateFunctionConfiguration(context, passing)).message).toBe(message);
    const creating = createRequest({ FunctionName: "other" });
    expect(refusalOf(() => createFunction(context, creating)).message).toBe(message);
    expect(updateFunctionConfiguration(context, REQUEST).LastUpdateStatus).toBe("InProgress");
  });

  it("suffice when all are there", () => {
    const { context } = withCaller(ALL);
    const request = createRequest({ FunctionName: "other", VpcConfig: CONNECTION });
    expect(createFunction(context, request).State).toBe("Pending");
  });
});
