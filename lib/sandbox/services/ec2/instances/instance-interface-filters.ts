import type { NetworkInterface } from "@aws-sdk/client-ec2";
import type { FilterTable, FilterValue } from "../describe/match-filters";
import { networkInterfaceFilters } from "../interfaces/network-interface-filters";

type Address = NonNullable<NetworkInterface["PrivateIpAddresses"]>[number];

function ofAddresses(read: (address: Address) => FilterValue) {
  return (eni: NetworkInterface): FilterValue[] => (eni.PrivateIpAddresses ?? []).map(read);
}

/** Filters on an instance's interfaces: those of DescribeNetworkInterfaces, and some that are found here only. */
export const instanceInterfaceFilters: FilterTable<NetworkInterface> = {
  ...networkInterfaceFilters,
  "addresses.association.allocation-id": ofAddresses((address) => address.Association?.AllocationId),
  "addresses.association.association-id": ofAddresses((address) => address.Association?.AssociationId),
  "addresses.association.carrier-ip": ofAddresses((address) => address.Association?.CarrierIp),
  "addresses.association.customer-owned-ip": ofAddresses((address) => address.Association?.CustomerOwnedIp),
  "addresses.association.ip-owner-id": ofAddresses((address) => address.Association?.IpOwnerId),
  "addresses.association.public-dns-name": ofAddresses((address) => address.Association?.PublicDnsName),
  "addresses.private-dns-name": ofAddresses((address) => address.PrivateDnsName),
  "association.carrier-ip": (eni) => eni.Association?.CarrierIp,
  "association.customer-owned-ip": (eni) => eni.Association?.CustomerOwnedIp,
  "attachment.network-card-index": (eni) => eni.Attachment?.NetworkCardIndex ?? 0,
  "deny-all-igw-traffic": (eni) => eni.DenyAllIgwTraffic,
  "ipv4-prefixes.ipv4-prefix": (eni) => eni.Ipv4Prefixes?.map((prefix) => prefix.Ipv4Prefix) ?? [],
  "ipv6-address": (eni) => eni.Ipv6Addresses?.map((address) => address.Ipv6Address) ?? [],
  "ipv6-addresses.is-primary-ipv6": (eni) => eni.Ipv6Addresses?.map((address) => address.IsPrimaryIpv6) ?? [],
  "ipv6-native": (eni) => eni.Ipv6Native ?? false,
  "ipv6-prefixes.ipv6-prefix": (eni) => eni.Ipv6Prefixes?.map((prefix) => prefix.Ipv6Prefix) ?? [],
  "outpost-arn": (eni) => eni.OutpostArn,
  "public-dns-name": (eni) => eni.Association?.PublicDnsName,
  "tag-key": (eni) => eni.TagSet?.map((tag) => tag.Key) ?? [],
  "tag-value": (eni) => eni.TagSet?.map((tag) => tag.Value) ?? [],
};
