import type { FunctionSummary } from "@/lib/contract/functions";

export function buildFunction(overrides: Partial<FunctionSummary> = {}): FunctionSummary {
  return {
    functionName: "orders-api",
    functionArn: "arn:aws:lambda:eu-west-1:111122223333:function:orders-api",
    accountId: "111122223333",
    region: "eu-west-1",
    runtime: "nodejs22.x",
    packageType: "Zip",
    state: "Active",
    stateReasonCode: null,
    lastUpdateStatus: "Successful",
    stateReadAt: "2026-11-21T10:00:00.000Z",
    vpcConfig: {
      vpcId: "vpc-1",
      subnetIds: ["subnet-a", "subnet-b"],
      securityGroupIds: ["sg-1"],
      ipv6AllowedForDualStack: false,
    },
    vpcName: "prod-vpc",
    connectionId: "c-1",
    subnetKinds: ["private"],
    availabilityZones: ["eu-west-1a", "eu-west-1b"],
    operationId: null,
    ...overrides,
  };
}
