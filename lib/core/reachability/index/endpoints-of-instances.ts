import type { InstanceNetworkInterface } from "@aws-sdk/client-ec2";
import type { IdentifiedInstance, Network, Resource } from "../../network/network";
import type { Recorded } from "../../network/resources";
import { toEndpoint, type Endpoint } from "./endpoint";

/** Interfaces that only DescribeInstances told of: a recording may lack DescribeNetworkInterfaces, or that of one. */
export function endpointsOfInstances(network: Network): Endpoint[] {
  const attached = new Map<string, Resource<"NetworkInterfaces">[]>();
  for (const { resource } of network.networkInterfaces.values()) {
    const instanceId = resource.Attachment?.InstanceId;
    if (instanceId) attached.set(instanceId, [...(attached.get(instanceId) ?? []), resource]);
  }
  return [...network.instances.values()].flatMap(({ resource }) => {
    const { InstanceId, NetworkInterfaces = [] } = resource;
    const told = NetworkInterfaces.flatMap((own) => fromInterface(network, own, InstanceId) ?? []);
    const isTold =
      told.length > 0 ||
      NetworkInterfaces.some((own) => network.networkInterfaces.has(own.NetworkInterfaceId ?? "")) ||
      isPrimaryAmong(attached.get(InstanceId) ?? [], resource);
    return isTold ? told : (fromInstance(network, resource) ?? []);
  });
}

function fromInterface(
  network: Network,
  own: Recorded<InstanceNetworkInterface>,
  instanceId: string,
): Endpoint | null {
  const { NetworkInterfaceId } = own;
  if (!NetworkInterfaceId || network.networkInterfaces.has(NetworkInterfaceId)) return null;
  return toEndpoint(network, { ...asInterface(own, instanceId), NetworkInterfaceId });
}

/** The members that both answers have, and the instance, which this one leaves out. */
function asInterface(
  own: Recorded<InstanceNetworkInterface>,
  InstanceId: string,
): Resource<"NetworkInterfaces"> {
  const { VpcId, SubnetId, Groups, Description, SourceDestCheck, Status } = own;
  const { PrivateIpAddress, PrivateIpAddresses, Ipv6Addresses, Association } = own;
  return {
    VpcId,
    SubnetId,
    Groups,
    Description,
    SourceDestCheck,
    Status,
    PrivateIpAddress,
    PrivateIpAddresses,
    Ipv6Addresses,
    Association,
    Attachment: { InstanceId },
  };
}

function isPrimaryAmong(
  attached: readonly Resource<"NetworkInterfaces">[],
  { PrivateIpAddress }: IdentifiedInstance,
): boolean {
  return attached.some(
    (one) =>
      (one.Attachment?.DeviceIndex ?? 0) === 0 ||
      PrivateIpAddress === undefined ||
      one.PrivateIpAddress === PrivateIpAddress,
  );
}

/** The instance's own members describe its primary interface. Source: EC2 API, Instance. */
function fromInstance(network: Network, instance: IdentifiedInstance): Endpoint | null {
  const { InstanceId, VpcId, SubnetId, SecurityGroups, SourceDestCheck } = instance;
  const { PrivateIpAddress, PublicIpAddress, Ipv6Address } = instance;
  const endpoint = toEndpoint(network, {
    NetworkInterfaceId: InstanceId,
    VpcId,
    SubnetId,
    Groups: SecurityGroups,
    SourceDestCheck,
    PrivateIpAddress,
    ...(PublicIpAddress !== undefined && { Association: { PublicIp: PublicIpAddress } }),
    ...(Ipv6Address !== undefined && { Ipv6Addresses: [{ Ipv6Address }] }),
    Attachment: { InstanceId },
  });
  return endpoint && { ...endpoint, networkInterfaceId: null };
}
