import type { Attachment } from "../../network/vpc-config";
import type { CreateFacts, PlanFacts, SecurityGroupFacts, SubnetFacts } from "../plan-facts";

/** For tests: a healthy attach of `orders-api` to two private subnets of prod-vpc. Every part can be overridden. */
export function buildPlanFacts(overrides: Partial<PlanFacts> = {}): PlanFacts {
  return {
    kind: "attach-function",
    functionName: "orders-api",
    region: "eu-west-1",
    configuration: {
      FunctionName: "orders-api",
      FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:orders-api",
      State: "Active",
      LastUpdateStatus: "Successful",
    },
    before: null,
    beforeVpcName: null,
    after: buildAttachment(),
    subnets: [buildSubnet("subnet-a"), buildSubnet("subnet-b", { availabilityZone: "eu-west-1b" })],
    securityGroups: [buildSecurityGroup("sg-app")],
    vpc: { vpcId: "vpc-1", name: "prod-vpc", ineligibleReason: null, instanceTenancy: "default" },
    interfaces: { status: "read", value: [] },
    users: { status: "read", value: [] },
    lambdaInterfaceCount: { status: "read", value: 3 },
    role: { roleArn: "arn:aws:iam::111122223333:role/orders-role", denied: { status: "read", value: [] } },
    verdictChanges: { status: "read", value: { changes: [], omitted: 0 } },
    create: null,
    ...overrides,
  };
}

export function buildAttachment(overrides: Partial<Attachment> = {}): Attachment {
  return {
    vpcId: "vpc-1",
    subnetIds: ["subnet-a", "subnet-b"],
    securityGroupIds: ["sg-app"],
    ipv6AllowedForDualStack: false,
    ...overrides,
  };
}

export function buildSubnet(subnetId: string, overrides: Partial<SubnetFacts> = {}): SubnetFacts {
  return {
    subnetId,
    name: `prod-${subnetId.slice(-1)}`,
    presence: "present",
    vpcId: "vpc-1",
    availabilityZone: "eu-west-1a",
    cidrBlock: "10.0.0.0/24",
    hasIpv6: false,
    availableIpAddressCount: 200,
    kind: "private",
    kindReason: "0.0.0.0/0 → nat-1 in rtb-1",
    ineligibleReason: null,
    ...overrides,
  };
}

export function buildSecurityGroup(
  groupId: string,
  overrides: Partial<SecurityGroupFacts> = {},
): SecurityGroupFacts {
  return {
    groupId,
    name: "app",
    presence: "present",
    vpcId: "vpc-1",
    offered: null,
    hasEgress: true,
    ...overrides,
  };
}

export function buildCreateFacts(overrides: Partial<CreateFacts> = {}): CreateFacts {
  return {
    nameTaken: { status: "read", value: false },
    code: { kind: "sample" },
    runtime: "nodejs22.x",
    handler: "index.handler",
    architecture: "arm64",
    roleAssumable: { status: "read", value: true },
    ...overrides,
  };
}
