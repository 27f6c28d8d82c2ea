import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { Recorded } from "../network/resources";
import type { Attachment } from "../network/vpc-config";
import type { VerdictChange } from "../reachability/matrix/verdict-changes";

/** A fact that was read, or why it was not: what could not be read is never taken for an empty list. */
export type Reading<Value> = { status: "read"; value: Value } | { status: "unread"; reason: string };

export type Presence = "present" | "absent" | "unread";

/** A subnet that the plan wants to use, as it is now. */
export interface SubnetFacts {
  subnetId: string;
  name: string | null;
  presence: Presence;
  vpcId: string | null;
  availabilityZone: string | null;
  cidrBlock: string | null;
  /** Whether it has an IPv6 CIDR; null where not known. */
  hasIpv6: boolean | null;
  /** Free IPv4 addresses, read live; null where the count was not read. */
  availableIpAddressCount: number | null;
  kind: "public" | "private" | "isolated" | "unknown";
  /** The route that makes it so: "0.0.0.0/0 → igw-… in rtb-…". */
  kindReason: string;
  /** Why Lambda cannot use it (Outposts, Local Zone, IPv6-only); null when it can. */
  ineligibleReason: string | null;
}

export interface SecurityGroupFacts {
  groupId: string;
  name: string | null;
  presence: Presence;
  vpcId: string | null;
  /** Whether AWS lists it for the VPC asked for (GetSecurityGroupsForVpc); asked only of a group of another VPC. */
  offered: Reading<boolean> | null;
  /** Whether any outbound rule allows anything; null where the rules were not read. */
  hasEgress: boolean | null;
}

export interface VpcFacts {
  vpcId: string;
  name: string | null;
  /** Why Lambda cannot be attached to it (dedicated tenancy); null when it can. */
  ineligibleReason: string | null;
  /** `default` or `dedicated`; null where not read. */
  instanceTenancy: string | null;
}

/** A Lambda network interface that exists now. */
export interface InterfaceFacts {
  networkInterfaceId: string;
  subnetId: string;
  securityGroupIds: string[];
}

/** A function or a published version that is attached, other than the function's own `$LATEST`. */
export interface ConnectionUser {
  /** `orders-api`, or `orders-api:3` for a version. */
  label: string;
  attachment: Attachment;
}

export interface RoleFacts {
  roleArn: string;
  /** Which of the six ec2 actions IAM would deny. */
  denied: Reading<readonly string[]>;
}

/** What only the creation of a function needs to know. */
export interface CreateFacts {
  nameTaken: Reading<boolean>;
  code:
    | { kind: "sample" }
    | { kind: "zip"; sizeBytes: number }
    | { kind: "s3"; bucket: string; key: string }
    | { kind: "image"; imageUri: string };
  runtime: string | null;
  handler: string | null;
  architecture: "x86_64" | "arm64" | null;
  /** Whether the role's trust policy names lambda.amazonaws.com. */
  roleAssumable: Reading<boolean>;
}

/** What the function reaches before and after, target by target. */
export interface VerdictChangesFacts {
  changes: readonly VerdictChange[];
  /** Data stores of joined VPCs that were not asked about: there are too many. */
  omitted: number;
}

/** Everything a plan's checks, preview and steps rest on. */
export interface PlanFacts {
  kind: "attach-function" | "detach-function" | "create-function";
  functionName: string;
  region: string;
  /** As GetFunction gave it just now; null for a function that does not exist. */
  configuration: Recorded<FunctionConfiguration> | null;
  before: Attachment | null;
  /** `Name` tag of the VPC it is in now; null where it has none or the VPC was not read. */
  beforeVpcName: string | null;
  /** What is asked for; null for no VPC. */
  after: Attachment | null;
  subnets: readonly SubnetFacts[];
  securityGroups: readonly SecurityGroupFacts[];
  /** The VPC of the first subnet found; null where there is none. */
  vpc: VpcFacts | null;
  interfaces: Reading<readonly InterfaceFacts[]>;
  users: Reading<readonly ConnectionUser[]>;
  /** Lambda's interfaces in the VPC asked for. */
  lambdaInterfaceCount: Reading<number>;
  role: RoleFacts | null;
  verdictChanges: Reading<VerdictChangesFacts>;
  create: CreateFacts | null;
}
