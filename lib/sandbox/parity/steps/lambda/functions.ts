import { iam, lambda, type Step } from "../../step";

const role = "arn:aws:iam::123456789012:role/function-role";
/** An empty archive: the end-of-directory record alone. */
const emptyZip = new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...new Array<number>(18).fill(0)]);
const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
const request = {
  FunctionName: "orders",
  Runtime: "nodejs22.x",
  Handler: "index.handler",
  Role: role,
  Code: { ZipFile: emptyZip },
} as const;
const ABSENT = { FunctionName: "absent" };
const ORDERS = { FunctionName: "orders" };
const isActive = { until: { at: "Configuration.State", is: "Active" } };
const isUpdated = { until: { at: "Configuration.LastUpdateStatus", is: "Successful" } };

/** What Lambda refuses and another implementation may let pass, after all else: nothing reads what comes of it. */
export const functionRefusalSteps: readonly Step[] = [
  lambda("CreateFunction", { ...request, FunctionName: "bad-memory", MemorySize: 64 }),
  lambda("CreateFunction", { ...request, FunctionName: "bad-timeout", Timeout: 901 }),
  lambda("CreateFunction", { ...request, FunctionName: "bad name!" }),
];

/** A function outside a VPC: made, read, changed, tagged, refused. */
export const functionSteps: readonly Step[] = [
  iam("CreateRole", { RoleName: "function-role", AssumeRolePolicyDocument: trust }),
  lambda("ListFunctions", {}),
  lambda("GetFunction", ABSENT),
  lambda("GetFunctionConfiguration", ABSENT),
  lambda(
    "CreateFunction",
    {
      ...request,
      Description: "takes orders",
      MemorySize: 256,
      Timeout: 10,
      Environment: { Variables: { STAGE: "test" } },
      Tags: { Stage: "test" },
    },
    { save: { functionArn: "FunctionArn" } },
  ),
  lambda("GetFunction", ORDERS, isActive),
  lambda("GetFunctionConfiguration", ORDERS),
  lambda("CreateFunction", request),
  lambda("CreateFunction", { ...request, FunctionName: "no-such-role", Role: `${role}-absent` }),
  lambda("CreateFunction", { ...request, FunctionName: "bad-role", Role: "not an arn" }),
  lambda("CreateFunction", { ...request, FunctionName: "second" }),
  lambda("GetFunction", { FunctionName: "second" }, isActive),
  lambda("ListFunctions", {}),
  lambda(
    "ListFunctions",
    { MaxItems: 1 },
    { pages: { items: "Functions", token: "NextMarker", sentAs: "Marker" } },
  ),
  lambda("GetFunction", { FunctionName: "{functionArn}" }),
  lambda("GetFunction", { FunctionName: "123456789012:function:orders" }),
  lambda("UpdateFunctionConfiguration", {
    ...ORDERS,
    Description: "takes all orders",
    Timeout: 20,
    Environment: { Variables: { STAGE: "live" } },
  }),
  lambda("GetFunction", ORDERS, isUpdated),
  lambda("UpdateFunctionConfiguration", { ...ABSENT, Timeout: 20 }),
  lambda("UpdateFunctionCode", { ...ABSENT, ZipFile: emptyZip }),
  lambda("ListTags", { Resource: "{functionArn}" }),
  lambda("TagResource", { Resource: "{functionArn}", Tags: { Owner: "shop" } }),
  lambda("ListTags", { Resource: "{functionArn}" }),
  lambda("UntagResource", { Resource: "{functionArn}", TagKeys: ["Stage"] }),
  lambda("ListTags", { Resource: "{functionArn}" }),
  lambda("ListTags", { Resource: "arn:aws:lambda:eu-west-1:123456789012:function:absent" }),
  lambda("PutFunctionConcurrency", { ...ORDERS, ReservedConcurrentExecutions: 5 }),
  lambda("GetFunctionConcurrency", ORDERS),
  lambda("DeleteFunctionConcurrency", ORDERS),
  lambda("GetFunctionConcurrency", ORDERS),
  lambda("GetFunctionConcurrency", ABSENT),
  lambda("GetPolicy", ORDERS),
  lambda("AddPermission", {
    ...ORDERS,
    StatementId: "queue",
    Action: "lambda:InvokeFunction",
    Principal: "sqs.amazonaws.com",
  }),
  lambda("GetPolicy", ORDERS),
  lambda("RemovePermission", { ...ORDERS, StatementId: "absent" }),
  lambda("RemovePermission", { ...ORDERS, StatementId: "queue" }),
];
