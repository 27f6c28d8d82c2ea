import type { Instance, InstanceNetworkInterface, NetworkInterface } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

/** The interfaces of an instance, the primary one first. */
export function interfacesOf(regionWorld: RegionWorld, instanceId: string | undefined): NetworkInterface[] {
  return regionWorld.networkInterfaces
    .filter((eni) => eni.Attachment?.InstanceId !== undefined && eni.Attachment.InstanceId === instanceId)
    .toSorted((a, b) => (a.Attachment?.DeviceIndex ?? 0) - (b.Attachment?.DeviceIndex ?? 0));
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
export function toVisibleInstance(regionWorld: RegionWorld, instance: Instance): Instance {
  const interfaces = interfacesOf(regionWorld, instance.InstanceId);
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
