import { z } from "zod";

export const vpcConfig = z
  .object({
    vpcId: z.string(),
    subnetIds: z.array(z.string()),
    securityGroupIds: z.array(z.string()),
    ipv6AllowedForDualStack: z.boolean(),
  })
  .meta({ id: "VpcConfig" });

/** `state` and the rest are null where they were not read (ListFunctions does not give them). */
export const functionSummary = z
  .object({
    functionName: z.string(),
    functionArn: z.string(),
    accountId: z.string().nullable(),
    region: z.string().nullable(),
    runtime: z.string().nullable(),
    packageType: z.string().nullable(),
    state: z.string().nullable(),
    stateReasonCode: z.string().nullable(),
    lastUpdateStatus: z.string().nullable(),
    stateReadAt: z.iso.datetime().nullable(),
    vpcConfig: vpcConfig.nullable(),
    /** `Name` tag of the VPC. */
    vpcName: z.string().nullable(),
    connectionId: z.string().nullable(),
    /** Kinds of the subnets chosen: `public`, `private`, `isolated`, `unknown`. */
    subnetKinds: z.array(z.enum(["public", "private", "isolated", "unknown"])),
    availabilityZones: z.array(z.string()),
    /** The operation now holding this function, if one does. */
    operationId: z.string().nullable(),
  })
  .meta({ id: "Function" });
export type FunctionSummary = z.infer<typeof functionSummary>;

export const functionListQuery = z.object({
  snapshotId: z.string().optional(),
  q: z.string().max(200).optional(),
  /** A VPC id, or `none` for functions outside any VPC. */
  vpcId: z.string().optional(),
  state: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  cursor: z.string().optional(),
});

export const functionList = z
  .object({
    items: z.array(functionSummary),
    total: z.number().int(),
    nextCursor: z.string().nullable(),
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    /** Calls whose failure makes this list incomplete or less certain. */
    gaps: z.array(z.object({ call: z.string(), message: z.string() })),
  })
  .meta({ id: "FunctionList" });
export type FunctionList = z.infer<typeof functionList>;

/** One allow rule, flattened to what the console's tables show. */
export const securityGroupRule = z.object({
  securityGroupId: z.string(),
  direction: z.enum(["inbound", "outbound"]),
  /** `tcp`, `udp`, `icmp`, `icmpv6`, `all` or an IP protocol number. */
  protocol: z.string(),
  /** `443`, `1024–65535`, `all`. */
  ports: z.string(),
  /** CIDR, security group id or prefix list id. */
  peer: z.string(),
  peerKind: z.enum(["cidr", "security-group", "prefix-list"]),
  description: z.string().nullable(),
});
export type SecurityGroupRuleRow = z.infer<typeof securityGroupRule>;

export const effectiveRoute = z.object({
  destination: z.string(),
  /** `local`, `igw-…`, `nat-…`, `vpce-…`, … */
  target: z.string(),
  targetKind: z.string(),
  state: z.string().nullable(),
  origin: z.string().nullable(),
});

export const subnetDetail = z
  .object({
    subnetId: z.string(),
    name: z.string().nullable(),
    cidrBlock: z.string().nullable(),
    ipv6CidrBlock: z.string().nullable(),
    availabilityZone: z.string().nullable(),
    availableIpAddressCount: z.number().int().nullable(),
    kind: z.enum(["public", "private", "isolated", "unknown"]),
    /** Why it is of that kind, naming the route: "0.0.0.0/0 → igw-… in rtb-…". */
    kindReason: z.string(),
    routeTableId: z.string().nullable(),
    routeTableName: z.string().nullable(),
    /** `main` where the subnet has no association of its own. */
    routeTableAssociation: z.enum(["explicit", "main"]).nullable(),
    routes: z.array(effectiveRoute).nullable(),
    networkAclId: z.string().nullable(),
    /** Why a function cannot be attached here (Outposts, Local Zone, IPv6-only); absent when it can. */
    ineligibleReason: z.string().optional(),
  })
  .meta({ id: "Subnet" });
export type SubnetDetail = z.infer<typeof subnetDetail>;

export const securityGroupDetail = z
  .object({
    groupId: z.string(),
    groupName: z.string().nullable(),
    description: z.string().nullable(),
    vpcId: z.string().nullable(),
    /** False where the rules could not be read. */
    rulesKnown: z.boolean(),
    rules: z.array(securityGroupRule),
    /** Functions (unqualified) that use it now. */
    functionCount: z.number().int(),
  })
  .meta({ id: "SecurityGroup" });
export type SecurityGroupDetail = z.infer<typeof securityGroupDetail>;

export const networkInterfaceSummary = z
  .object({
    networkInterfaceId: z.string(),
    subnetId: z.string().nullable(),
    status: z.string().nullable(),
    privateIpAddress: z.string().nullable(),
    description: z.string().nullable(),
    securityGroupIds: z.array(z.string()),
    /** Names of functions (and `name:version`) that share it. */
    sharedBy: z.array(z.string()),
  })
  .meta({ id: "NetworkInterface" });

export const functionDetail = functionSummary
  .extend({
    snapshotId: z.string(),
    capturedAt: z.iso.datetime(),
    handler: z.string().nullable(),
    description: z.string().nullable(),
    memorySize: z.number().int().nullable(),
    timeout: z.number().int().nullable(),
    lastModified: z.string().nullable(),
    revisionId: z.string().nullable(),
    roleArn: z.string().nullable(),
    stateReason: z.string().nullable(),
    lastUpdateStatusReason: z.string().nullable(),
    lastUpdateStatusReasonCode: z.string().nullable(),
    /** What the state means and what to do next, in plain words. */
    stateExplanation: z.object({ summary: z.string(), nextStep: z.string().nullable() }),
    vpc: z
      .object({ vpcId: z.string(), name: z.string().nullable(), cidrBlocks: z.array(z.string()) })
      .nullable(),
    subnets: z.array(subnetDetail),
    securityGroups: z.array(securityGroupDetail),
    /** Null where DescribeNetworkInterfaces could not be read. */
    networkInterfaces: z.array(networkInterfaceSummary).nullable(),
    /** Published versions that keep their own VpcConfig and so pin interfaces. */
    versions: z.array(z.object({ version: z.string(), vpcConfig: vpcConfig.nullable() })),
    gaps: z.array(z.object({ call: z.string(), message: z.string() })),
  })
  .meta({ id: "FunctionDetail" });
export type FunctionDetail = z.infer<typeof functionDetail>;
