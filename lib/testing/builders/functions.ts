import type { Resource } from "@/lib/core/network/network";
import { ACCOUNT_ID, CAPTURED_AT, REGION } from "./snapshot";

export function functionArn(name: string, accountId = ACCOUNT_ID, region = REGION): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${name}`;
}

/** `$LATEST` of `orders`, attached to `subnet-1` with `sg-1`; ListFunctions gives no state. */
export function aFunction(overrides: Resource<"Functions"> = {}): Resource<"Functions"> {
  const { FunctionName = "orders" } = overrides;
  return {
    FunctionName,
    FunctionArn: functionArn(FunctionName),
    Version: "$LATEST",
    Runtime: "nodejs22.x",
    Handler: "index.handler",
    Role: `arn:aws:iam::${ACCOUNT_ID}:role/${FunctionName}`,
    PackageType: "Zip",
    VpcConfig: { VpcId: "vpc-1", SubnetIds: ["subnet-1"], SecurityGroupIds: ["sg-1"] },
    ...overrides,
  };
}

export function aFunctionState(
  overrides: Partial<Resource<"FunctionStates">> = {},
): Resource<"FunctionStates"> {
  const { FunctionName = "orders" } = overrides;
  return {
    FunctionName,
    FunctionArn: functionArn(FunctionName),
    State: "Active",
    LastUpdateStatus: "Successful",
    ReadAt: CAPTURED_AT,
    ...overrides,
  };
}
