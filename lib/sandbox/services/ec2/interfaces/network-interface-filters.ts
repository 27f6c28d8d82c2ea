import type { NetworkInterface } from "@aws-sdk/client-ec2";
import type { FilterTable } from "../describe/match-filters";

/** Filters of DescribeNetworkInterfaces (EC2 API reference). */
export const networkInterfaceFilters: FilterTable<NetworkInterface> = {
  "addresses.association.owner-id": (eni) =>
    eni.PrivateIpAddresses?.map((item) => item.Association?.IpOwnerId) ?? [],
  "addresses.association.public-ip": (eni) =>
    eni.PrivateIpAddresses?.map((item) => item.Association?.PublicIp) ?? [],
  "addresses.primary": (eni) => eni.PrivateIpAddresses?.map((item) => item.Primary) ?? [],
  "addresses.private-ip-address": (eni) => eni.PrivateIpAddresses?.map((item) => item.PrivateIpAddress) ?? [],
  "association.allocation-id": (eni) => eni.Association?.AllocationId,
  "association.association-id": (eni) => eni.Association?.AssociationId,
  "association.ip-owner-id": (eni) => eni.Association?.IpOwnerId,
  "association.public-dns-name": (eni) => eni.Association?.PublicDnsName,
  "association.public-ip": (eni) => eni.Association?.PublicIp,
  "attachment.attach-time": (eni) => eni.Attachment?.AttachTime?.toISOString(),
  "attachment.attachment-id": (eni) => eni.Attachment?.AttachmentId,
  "attachment.delete-on-termination": (eni) => eni.Attachment?.DeleteOnTermination,
  "attachment.device-index": (eni) => eni.Attachment?.DeviceIndex,
  "attachment.instance-id": (eni) => eni.Attachment?.InstanceId,
  "attachment.instance-owner-id": (eni) => eni.Attachment?.InstanceOwnerId,
  "attachment.status": (eni) => eni.Attachment?.Status,
  "availability-zone": (eni) => eni.AvailabilityZone,
  "availability-zone-id": (eni) => eni.AvailabilityZoneId,
  description: (eni) => eni.Description,
  "group-id": (eni) => eni.Groups?.map((group) => group.GroupId) ?? [],
  "group-name": (eni) => eni.Groups?.map((group) => group.GroupName) ?? [],
  "interface-type": (eni) => eni.InterfaceType,
  "ipv6-addresses.ipv6-address": (eni) => eni.Ipv6Addresses?.map((item) => item.Ipv6Address) ?? [],
  "mac-address": (eni) => eni.MacAddress,
  "network-interface-id": (eni) => eni.NetworkInterfaceId,
  "operator.managed": (eni) => eni.Operator?.Managed ?? false,
  "operator.principal": (eni) => eni.Operator?.Principal,
  "owner-id": (eni) => eni.OwnerId,
  "private-dns-name": (eni) => eni.PrivateDnsName,
  "private-ip-address": (eni) => eni.PrivateIpAddresses?.map((item) => item.PrivateIpAddress) ?? [],
  "requester-id": (eni) => eni.RequesterId,
  "requester-managed": (eni) => eni.RequesterManaged,
  "source-dest-check": (eni) => eni.SourceDestCheck,
  status: (eni) => eni.Status,
  "subnet-id": (eni) => eni.SubnetId,
  "vpc-id": (eni) => eni.VpcId,
};
