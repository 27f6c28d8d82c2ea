import type { FunctionSummary, SubnetDetail } from "@/lib/contract/functions";

export function subnet(subnetId: string, rest: Partial<SubnetDetail> = {}): SubnetDetail {
  return {
    subnetId,
    name: null,
    cidrBlock: "10.0.0.0/24",
    ipv6CidrBlock: null,
    availabilityZone: "eu-west-1a",
    availableIpAddressCount: 200,
    kind: "private",
    kindReason: "0.0.0.0/0 → nat-1 in rtb-1",
    routeTableId: "rtb-1",
    routeTableName: null,
    routeTableAssociation: "explicit",
    routes: null,
    networkAclId: null,
    ...rest,
  };
}

export function fn(functionName: string, rest: Partial<FunctionSummary> = {}): FunctionSummary {
  return {
    functionName,
    functionArn: `arn:aws:lambda:eu-west-1:111122223333:function:${functionName}`,
    accountId: "111122223333",
    region: "eu-west-1",
    runtime: "nodejs22.x",
    packageType: "Zip",
    state: "Active",
    stateReasonCode: null,
    lastUpdateStatus: "Successful",
    stateReadAt: null,
    vpcConfig: null,
    vpcName: null,
    connectionId: null,
    subnetKinds: [],
    availabilityZones: [],
    operationId: null,
    ...rest,
  };
}
