import type { Instance, InstanceNetworkInterface, NetworkInterface } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

/** Every instance's interfaces by its id, the primary one first: one look through all of them for many instances. */
export function interfacesByInstance(regionWorld: RegionWorld): ReadonlyMap<string, NetworkInterface[]> {
  const byInstance = new Map<string, NetworkInterface[]>();
  for (const eni of regionWorld.networkInterfaces) {
    const instanceId = eni.Attachment?.InstanceId;
    if (instanceId === undefined) continue;
    byInstance.set(instanceId, [...(byInstance.get(instanceId) ?? []), eni]);
  }
  for (const interfaces of byInstance.values()) {
    interfaces.sort((a, b) => (a.Attachment?.DeviceIndex ?? 0) - (b.Attachment?.DeviceIndex ?? 0));
  }
  return byInstance;
}

/** The interfaces of an instance, the primary one first. */
export function interfacesOf(regionWorld: RegionWorld, instanceId: string | undefined): NetworkInterface[] {
  return interfacesByInstance(regionWorld).get(instanceId ?? "") ?? [];
}

function toInstanceInterface(eni: NetworkInterface): InstanceNetworkInterface {
  const { AttachTime, AttachmentId, DeleteOnTermination, DeviceIndex, NetworkCardIndex, Status } =
    eni.Attachment ?? {};
  return {
    ...(eni.Association === undefined ? {} : { Association: eni.Association }),
    Attachment: {
      ...(AttachTime === undefined ? {} : { AttachTime }),
      AttachmentId,
      DeleteOnTermination,
      DeviceIndex,
      NetworkCardIndex: NetworkCardIndex ?? 0,
      Status,
    },
    Description: eni.Description,
    Groups: eni.Groups,
    InterfaceType: eni.InterfaceType,
    Ipv6Addresses: eni.Ipv6Addresses,
    MacAddress: eni.MacAddress,
    NetworkInterfaceId: eni.NetworkInterfaceId,
    OwnerId: eni.OwnerId,
    ...(eni.PrivateDnsName === undefined ? {} : { PrivateDnsName: eni.PrivateDnsName }),
    PrivateIpAddress: eni.PrivateIpAddress,
    PrivateIpAddresses: eni.PrivateIpAddresses,
    SourceDestCheck: eni.SourceDestCheck,
    Status: eni.Status,
    SubnetId: eni.SubnetId,
    VpcId: eni.VpcId,
  };
}

/** An instance as DescribeInstances shows it: what its interfaces know, groups among it, is theirs. */
export function toVisibleInstance(instance: Instance, interfaces: readonly NetworkInterface[]): Instance {
  const [primary] = interfaces;
  const association = primary?.Association;
  return {
    ...instance,
    ...(association === undefined
      ? {}
      : { PublicIpAddress: association.PublicIp, PublicDnsName: association.PublicDnsName ?? "" }),
    ...(primary === undefined ? {} : { SourceDestCheck: primary.SourceDestCheck }),
    NetworkInterfaces: interfaces.map(toInstanceInterface),
    SecurityGroups: primary?.Groups ?? [],
  };
}
