import { isReadOperation } from "../is-read-operation";

/** A token bucket: `capacity` requests at once, `perSecond` after that. Requests of one `pool` share one. */
export interface RequestRate {
  pool: string;
  capacity: number;
  perSecond: number;
}

type Rate = Omit<RequestRate, "pool">;

/** EC2 Developer Guide, "Request throttling for the Amazon EC2 API" (2026). Each API has a bucket of its own. */
const EC2_READ: Rate = { capacity: 100, perSecond: 20 };
const EC2_WRITE: Rate = { capacity: 50, perSecond: 5 };
const EC2_INTERFACE_WRITE: Rate = { capacity: 100, perSecond: 5 };
const EC2_ENDPOINT_WRITE: Rate = { capacity: 4, perSecond: 0.3 };
const EC2_NAT_WRITE: Rate = { capacity: 10, perSecond: 1 };
const EC2_TAGS: Rate = { capacity: 100, perSecond: 10 };
const EC2_GROUP_REFERENCES: Rate = { capacity: 20, perSecond: 5 };

/** What these reads get when they are asked for neither a page nor a filter. */
const EC2_UNFILTERED_READ: Rate = { capacity: 50, perSecond: 10 };
const EC2_COSTLY_READS: ReadonlySet<string> = new Set([
  "DescribeInstances",
  "DescribeInstanceStatus",
  "DescribeNetworkInterfaces",
  "DescribeSecurityGroups",
  "DescribeSnapshots",
  "DescribeSpotInstanceRequests",
  "DescribeVolumes",
]);

/** Operations with a bucket other than their kind's. "Resource-intensive" ones have the very size of other writes. */
const EC2_SPECIAL: Readonly<Record<string, Rate>> = {
  AssignIpv6Addresses: EC2_INTERFACE_WRITE,
  AssignPrivateIpAddresses: EC2_INTERFACE_WRITE,
  CreateNetworkInterface: EC2_INTERFACE_WRITE,
  DeleteNetworkInterface: EC2_INTERFACE_WRITE,
  ModifyNetworkInterfaceAttribute: EC2_INTERFACE_WRITE,
  UnassignPrivateIpAddresses: EC2_INTERFACE_WRITE,
  CreateVpcEndpoint: EC2_ENDPOINT_WRITE,
  DeleteVpcEndpoints: EC2_ENDPOINT_WRITE,
  ModifyVpcEndpoint: EC2_ENDPOINT_WRITE,
  AssociateNatGatewayAddress: EC2_NAT_WRITE,
  CreateNatGateway: EC2_NAT_WRITE,
  DeleteNatGateway: EC2_NAT_WRITE,
  DisassociateNatGatewayAddress: EC2_NAT_WRITE,
  CreateTags: EC2_TAGS,
  DeleteTags: EC2_TAGS,
  DescribeSecurityGroupReferences: EC2_GROUP_REFERENCES,
  DescribeStaleSecurityGroups: EC2_GROUP_REFERENCES,
};

function hasFilterOrPage(input: Record<string, unknown>): boolean {
  const filters = input["Filters"];
  return (
    input["MaxResults"] !== undefined ||
    input["NextToken"] !== undefined ||
    (Array.isArray(filters) && filters.length > 0)
  );
}

function ec2Rate(operation: string, input: Record<string, unknown>): RequestRate {
  const special = Object.hasOwn(EC2_SPECIAL, operation) ? EC2_SPECIAL[operation] : undefined;
  if (special !== undefined) return { pool: operation, ...special };
  if (EC2_COSTLY_READS.has(operation) && !hasFilterOrPage(input)) {
    return { pool: `${operation} unfiltered`, ...EC2_UNFILTERED_READ };
  }
  return { pool: operation, ...(isReadOperation(operation) ? EC2_READ : EC2_WRITE) };
}

/** Lambda Developer Guide, "Lambda quotas". The rates say nothing of bursts: a second's worth is taken for one. */
function lambdaRate(operation: string): RequestRate | undefined {
  switch (operation) {
    // Its rate follows from the concurrency quota and is far above what a client here sends.
    case "Invoke":
      return undefined;
    case "GetFunction":
      return { pool: operation, capacity: 100, perSecond: 100 };
    case "GetPolicy":
      return { pool: operation, capacity: 15, perSecond: 15 };
    default:
      return { pool: "control", capacity: 15, perSecond: 15 };
  }
}

/**
 * Under which rate AWS takes a request of one account in one region; undefined where it publishes none, as for IAM, STS,
 * RDS and ElastiCache.
 */
export function findRequestRate(call: {
  service: string;
  operation: string;
  input: Record<string, unknown>;
}): RequestRate | undefined {
  switch (call.service) {
    case "ec2":
      return ec2Rate(call.operation, call.input);
    case "lambda":
      return lambdaRate(call.operation);
    case "elasticloadbalancing":
      // "Request throttling for the Elastic Load Balancing API": all Describe calls share one.
      return call.operation.startsWith("Describe")
        ? { pool: "Describe", capacity: 40, perSecond: 10 }
        : undefined;
    default:
      return undefined;
  }
}
