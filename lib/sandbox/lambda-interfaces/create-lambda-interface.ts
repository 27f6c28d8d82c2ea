import type { NetworkInterface, NetworkInterfaceStatus, Subnet } from "@aws-sdk/client-ec2";
import { describePlace } from "../services/ec2/interfaces/describe-place";
import type { RegionWorld } from "../world/world";
import { allocateIpv4Address } from "./allocate-ipv4-address";
import { allocateIpv6Address } from "./allocate-ipv6-address";
import type { InterfaceContext } from "./interface-context";
import type { InterfacePair } from "./interface-key";

/** Lambda's default quota "Elastic network interfaces per VPC". */
const INTERFACES_PER_VPC = 500;
/** The role that Lambda itself calls with: the same for all interfaces of an account, as AWS shows it. */
const LAMBDA_REQUESTER = "AROAMOORINGSANDBOXLMB";
/** EC2 answers `pending` for an interface that is being made, although the SDK's enum lacks it. */
const PENDING = "pending" as string as NetworkInterfaceStatus;

export interface LambdaInterfaceRequest extends InterfacePair {
  /** The function that asked first: AWS names it in `Description` for good, whoever shares the interface later. */
  functionName: string;
  ipv6AllowedForDualStack: boolean;
}

/** AWS's StateReasonCode for an interface that could not be made. */
export type InterfaceFailure =
  "EniLimitExceeded" | "SubnetOutOfIPAddresses" | "InvalidSubnet" | "InvalidSecurityGroup";

export type LambdaInterfaceOutcome =
  { status: "created"; networkInterface: NetworkInterface } | { status: "failed"; code: InterfaceFailure };

/**
 * Makes one Hyperplane interface in `pending`, as DescribeNetworkInterfaces shows it, and adds it to the region; changes
 * nothing when it fails. Does not look for one to share: see `findLambdaInterface`.
 */
export function createLambdaInterface(
  context: InterfaceContext,
  request: LambdaInterfaceRequest,
): LambdaInterfaceOutcome {
  const { world, regionWorld } = context;
  const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === request.subnetId);
  if (subnet?.SubnetId === undefined) return { status: "failed", code: "InvalidSubnet" };
  const groups = request.securityGroupIds.map((id) =>
    regionWorld.securityGroups.find((candidate) => candidate.GroupId === id),
  );
  if (groups.includes(undefined)) return { status: "failed", code: "InvalidSecurityGroup" };
  if (countLambdaInterfaces(regionWorld, subnet.VpcId) >= interfaceQuota(context, subnet.VpcId)) {
    return { status: "failed", code: "EniLimitExceeded" };
  }
  const isExhausted = world.faults.some(
    (fault) => fault.kind === "no-free-addresses" && fault.subnetId === subnet.SubnetId,
  );
  const address = isExhausted ? undefined : allocateIpv4Address(regionWorld, subnet);
  if (address === undefined) return { status: "failed", code: "SubnetOutOfIPAddresses" };

  const networkInterface: NetworkInterface = {
    ...describePlace(context, subnet, [address]),
    ...describeIpv6(context, subnet, request),
    ...describeOwner(context, request),
    Groups: groups.flatMap((group) =>
      group === undefined ? [] : [{ GroupId: group.GroupId, GroupName: group.GroupName }],
    ),
  };
  regionWorld.networkInterfaces.push(networkInterface);
  return { status: "created", networkInterface };
}

/** The interface is ready to carry packets. */
export function attachLambdaInterface(networkInterface: NetworkInterface): void {
  networkInterface.Status = "in-use";
  networkInterface.Attachment = { ...networkInterface.Attachment, Status: "attached" };
}

function describeOwner(context: InterfaceContext, request: LambdaInterfaceRequest): NetworkInterface {
  const { ids, regionWorld } = context;
  return {
    NetworkInterfaceId: ids.id("eni"),
    InterfaceType: "lambda",
    Description: `AWS Lambda VPC ENI-${request.functionName}-${ids.uuid()}`,
    OwnerId: regionWorld.accountId,
    RequesterId: `${LAMBDA_REQUESTER}:${regionWorld.accountId}`,
    RequesterManaged: false,
    Status: PENDING,
    Attachment: {
      AttachmentId: ids.id("ela-attach"),
      DeleteOnTermination: false,
      DeviceIndex: 1,
      InstanceOwnerId: "amazon-aws",
      Status: "attaching",
    },
    SourceDestCheck: true,
    TagSet: [],
  };
}

function describeIpv6(
  context: InterfaceContext,
  subnet: Subnet,
  request: LambdaInterfaceRequest,
): NetworkInterface {
  const address = request.ipv6AllowedForDualStack
    ? allocateIpv6Address(subnet, context.ids.id("ipv6").slice("ipv6-".length))
    : undefined;
  return address === undefined ? { Ipv6Addresses: [] } : { Ipv6Addresses: [{ Ipv6Address: address }] };
}

function countLambdaInterfaces(regionWorld: RegionWorld, vpcId: string | undefined): number {
  return regionWorld.networkInterfaces.filter(
    (candidate) => candidate.InterfaceType === "lambda" && candidate.VpcId === vpcId,
  ).length;
}

function interfaceQuota(context: InterfaceContext, vpcId: string | undefined): number {
  const limits = context.world.faults.flatMap((fault) =>
    fault.kind === "eni-quota" && fault.vpcId === vpcId ? [fault.limit] : [],
  );
  return Math.min(INTERFACES_PER_VPC, ...limits);
}
