import type {
  GroupIdentifier,
  InstanceNetworkInterfaceSpecification,
  NetworkInterface,
  RunInstancesCommandInput,
  Subnet,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { chooseAddresses, chooseIpv6Addresses } from "../interfaces/choose-addresses";
import { getNetworkInterface } from "../interfaces/network-interface-ids";
import { readAddressRequest, readIpv6Request } from "../interfaces/read-address-request";
import { getSecurityGroupByName } from "../security-groups/find-security-group";
import { readGroupsOfInterface } from "../security-groups/groups-for-vpc";
import { subnetCollection } from "../subnets/describe-subnets";

/** An interface that an instance is to have: one that exists, or one to be made. */
export type LaunchInterface = { deviceIndex: number; isDeleted: boolean } & (
  | { existing: NetworkInterface }
  | {
      subnet: Subnet;
      groups: GroupIdentifier[];
      addresses: string[];
      ipv6Addresses: string[];
      description: string;
      isPublic: boolean;
    }
);

/** The subnet named or, without one, the default VPC's first. */
function findSubnet(regionWorld: RegionWorld, subnetId: string | undefined): Subnet {
  if (subnetId !== undefined) {
    const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === subnetId);
    if (subnet === undefined) throw idError(subnetCollection, subnetId);
    return subnet;
  }
  const vpc = regionWorld.vpcs.find((candidate) => candidate.IsDefault === true);
  if (vpc === undefined) {
    throw new AwsError(
      "VPCIdNotSpecified",
      "No default VPC for this user. GroupName is only supported for EC2-Classic and default VPC.",
    );
  }
  const subnet = regionWorld.subnets.find((item) => item.VpcId === vpc.VpcId && item.DefaultForAz === true);
  if (subnet !== undefined) return subnet;
  throw new AwsError(
    "MissingInput",
    `No subnets found for the default VPC '${vpc.VpcId ?? ""}'. Please specify a subnet.`,
  );
}

function readExisting(
  { regionWorld }: HandlerContext,
  spec: InstanceNetworkInterfaceSpecification,
): LaunchInterface {
  const existing = getNetworkInterface(regionWorld, spec.NetworkInterfaceId);
  if (existing.Attachment !== undefined) {
    throw new AwsError(
      "InvalidNetworkInterface.InUse",
      `Interface: [${existing.NetworkInterfaceId ?? ""}] in use.`,
    );
  }
  return { existing, deviceIndex: spec.DeviceIndex ?? 0, isDeleted: spec.DeleteOnTermination ?? false };
}

function readNew(
  context: HandlerContext,
  spec: InstanceNetworkInterfaceSpecification,
  taken: readonly string[],
): LaunchInterface {
  const subnet = findSubnet(context.regionWorld, spec.SubnetId);
  const groups = readGroupsOfInterface(context.regionWorld, subnet.VpcId ?? "", spec.Groups ?? []);
  const request = readAddressRequest(spec);
  return {
    deviceIndex: spec.DeviceIndex ?? 0,
    isDeleted: spec.DeleteOnTermination ?? true,
    subnet,
    groups,
    addresses: chooseAddresses(context, subnet, { ...request, taken }),
    ipv6Addresses: chooseIpv6Addresses(context, subnet, readIpv6Request(subnet, spec)),
    description: spec.Description ?? "",
    isPublic: spec.AssociatePublicIpAddress ?? subnet.MapPublicIpOnLaunch ?? false,
  };
}

/** What a request says of interfaces: a list of them, or the members of the one that every instance has. */
function specifications(
  { regionWorld }: HandlerContext,
  input: RunInstancesCommandInput,
): InstanceNetworkInterfaceSpecification[] {
  const named = (input.SecurityGroups ?? []).flatMap(
    (name) => getSecurityGroupByName(regionWorld, name).GroupId ?? [],
  );
  const Groups = [...(input.SecurityGroupIds ?? []), ...named];
  const {
    SubnetId,
    PrivateIpAddress,
    Ipv6Addresses,
    Ipv6AddressCount,
    NetworkInterfaces: listed = [],
  } = input;
  if (listed.length === 0) {
    return [{ SubnetId, PrivateIpAddress, Ipv6Addresses, Ipv6AddressCount, Groups, DeviceIndex: 0 }];
  }
  if (Groups.length > 0 || SubnetId !== undefined || PrivateIpAddress !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "Network interfaces and an instance-level subnet ID, security groups or private address may not be specified on the same request",
    );
  }
  return listed;
}

/** The interfaces of one instance, `taken` being addresses that the others of the same request get. */
export function readLaunchInterfaces(
  context: HandlerContext,
  input: RunInstancesCommandInput,
  taken: readonly string[],
): LaunchInterface[] {
  const interfaces = specifications(context, input).map((spec) =>
    spec.NetworkInterfaceId === undefined ? readNew(context, spec, taken) : readExisting(context, spec),
  );
  const indexes = interfaces.map((item) => item.deviceIndex);
  if (!indexes.includes(0) || new Set(indexes).size < indexes.length) {
    throw new AwsError(
      "InvalidParameterValue",
      "Each network interface requires a device index of its own, one of which is 0.",
    );
  }
  return interfaces.toSorted((a, b) => a.deviceIndex - b.deviceIndex);
}
