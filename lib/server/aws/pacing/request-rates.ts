/** A token bucket: `capacity` requests at once, `perSecond` after that. Calls with the same `pool` share one. */
export interface RequestRate {
  pool: string;
  capacity: number;
  perSecond: number;
}

/** One kind of request, as AWS counts it. */
export interface RateSubject {
  /** As IAM writes it: `ec2`. */
  service: string;
  operation: string;
  /** Asked for everything at once, with neither `MaxResults` nor a filter nor ids. */
  isWhole?: boolean;
}

type Bucket = Omit<RequestRate, "pool">;

/** All of EC2: EC2 Developer Guide, "Request throttling"; each API has a bucket of its own. */
const EC2_READ: Bucket = { capacity: 100, perSecond: 20 };
const EC2_WHOLE_READ: Bucket = { capacity: 50, perSecond: 10 };
const EC2_WRITE: Bucket = { capacity: 50, perSecond: 5 };
const EC2_INTERFACE_WRITE: Bucket = { capacity: 100, perSecond: 5 };
const EC2_ENDPOINT_WRITE: Bucket = { capacity: 4, perSecond: 0.3 };
const EC2_NAT_WRITE: Bucket = { capacity: 10, perSecond: 1 };
const EC2_REFERENCE_READ: Bucket = { capacity: 20, perSecond: 5 };
const EC2_TAG_WRITE: Bucket = { capacity: 100, perSecond: 10 };

/** Calls that cost more where they are asked for everything at once. */
const EC2_DEAR_IF_WHOLE: ReadonlySet<string> = new Set([
  "DescribeInstances",
  "DescribeInstanceStatus",
  "DescribeNetworkInterfaces",
  "DescribeSecurityGroups",
  "DescribeSnapshots",
  "DescribeSpotInstanceRequests",
  "DescribeVolumes",
]);

const ec2Exceptions: ReadonlyMap<string, Bucket> = new Map([
  ...bucketFor(EC2_INTERFACE_WRITE, [
    "AssignIpv6Addresses",
    "AssignPrivateIpAddresses",
    "CreateNetworkInterface",
    "DeleteNetworkInterface",
    "ModifyNetworkInterfaceAttribute",
    "UnassignPrivateIpAddresses",
  ]),
  ...bucketFor(EC2_ENDPOINT_WRITE, ["CreateVpcEndpoint", "DeleteVpcEndpoints", "ModifyVpcEndpoint"]),
  ...bucketFor(EC2_NAT_WRITE, [
    "AssociateNatGatewayAddress",
    "CreateNatGateway",
    "DeleteNatGateway",
    "DisassociateNatGatewayAddress",
  ]),
  ...bucketFor(EC2_REFERENCE_READ, ["DescribeSecurityGroupReferences", "DescribeStaleSecurityGroups"]),
  ...bucketFor(EC2_TAG_WRITE, ["CreateTags", "DeleteTags"]),
]);

/** Lambda Developer Guide, "Lambda quotas": GetFunction and GetPolicy alone, every other control API together. */
const LAMBDA_GET_FUNCTION: RequestRate = { pool: "lambda GetFunction", capacity: 100, perSecond: 100 };
const LAMBDA_GET_POLICY: RequestRate = { pool: "lambda GetPolicy", capacity: 15, perSecond: 15 };
const LAMBDA_CONTROL: RequestRate = { pool: "lambda control", capacity: 15, perSecond: 15 };

/** "Request throttling for the Elastic Load Balancing API": all Describe calls share one. */
const ELB_READ: RequestRate = { pool: "elasticloadbalancing Describe", capacity: 40, perSecond: 10 };

/** The other services publish no rate; this is far below any that was met. */
const UNPUBLISHED: Bucket = { capacity: 20, perSecond: 10 };

/** The bucket that AWS counts a request in, per account and region. */
export function rateOf(subject: RateSubject): RequestRate {
  const { service, operation } = subject;
  switch (service) {
    case "lambda":
      if (operation === "GetFunction") return LAMBDA_GET_FUNCTION;
      return operation === "GetPolicy" ? LAMBDA_GET_POLICY : LAMBDA_CONTROL;
    case "ec2":
      return ec2Rate(subject);
    case "elasticloadbalancing":
      return ELB_READ;
    default:
      return { pool: `${service} ${operation}`, ...UNPUBLISHED };
  }
}

function ec2Rate({ operation, isWhole = false }: RateSubject): RequestRate {
  const pool = `ec2 ${operation}`;
  if (isWhole && EC2_DEAR_IF_WHOLE.has(operation)) return { pool: `${pool} whole`, ...EC2_WHOLE_READ };
  const isRead = /^(Describe|Get|List|Search)/.test(operation);
  return { pool, ...(ec2Exceptions.get(operation) ?? (isRead ? EC2_READ : EC2_WRITE)) };
}

function bucketFor(bucket: Bucket, operations: readonly string[]): (readonly [string, Bucket])[] {
  return operations.map((operation) => [operation, bucket] as const);
}
