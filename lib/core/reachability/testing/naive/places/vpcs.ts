import type { Network } from "@/lib/core/network/network";
import { addressAt, isSameAddress, isWithin } from "./addresses";
import type { Packet } from "../walk";

/** Every range that a VPC has; undefined where the VPC was not read. */
export function cidrsOf(network: Network, vpcId: string): string[] | undefined {
  const vpc = network.vpcs.get(vpcId)?.resource;
  if (!vpc) return undefined;
  const isThere = (state: string | undefined) => state === undefined || state.startsWith("associat");
  return [
    vpc.CidrBlock,
    ...(vpc.CidrBlockAssociationSet ?? []).map((item) =>
      isThere(item.CidrBlockState?.State) ? item.CidrBlock : undefined,
    ),
    ...(vpc.Ipv6CidrBlockAssociationSet ?? []).map((item) =>
      isThere(item.Ipv6CidrBlockState?.State) ? item.Ipv6CidrBlock : undefined,
    ),
  ].filter((cidr) => cidr !== undefined);
}

export function isInVpc(network: Network, vpcId: string, address: string): boolean {
  return (cidrsOf(network, vpcId) ?? []).some((cidr) => isWithin(address, cidr));
}

export function isOfVpc(network: Network, address: string): boolean {
  return [...network.vpcs.keys()].some((vpcId) => isInVpc(network, vpcId, address));
}

/** The subnet whose range holds an address. */
export function subnetAt(network: Network, vpcId: string, address: string): string | undefined {
  for (const [subnetId, { resource }] of network.subnets) {
    if (resource.VpcId !== vpcId) continue;
    const ranges = [
      resource.CidrBlock,
      ...(resource.Ipv6CidrBlockAssociationSet ?? []).map((item) => item.Ipv6CidrBlock),
    ];
    if (ranges.some((cidr) => isWithin(address, cidr))) return subnetId;
  }
  return undefined;
}

/** The VPC of a subnet; of an unread one as its interfaces say. */
export function vpcOfSubnet(network: Network, subnetId: string): string | undefined {
  const known = network.subnets.get(subnetId)?.resource.VpcId;
  if (known !== undefined) return known;
  for (const { resource } of network.networkInterfaces.values()) {
    if (resource.SubnetId === subnetId) return resource.VpcId;
  }
  return undefined;
}

/** A zone by the name that means the same in every account, where it was given. */
export function zoneOf(network: Network, subnetId: string): string | null {
  const subnet = network.subnets.get(subnetId)?.resource;
  return subnet?.AvailabilityZoneId ?? subnet?.AvailabilityZone ?? null;
}

/** The resolver's addresses as seen from inside a VPC. */
export function isResolver(network: Network, vpcId: string, { destination }: Packet): boolean {
  const primary = network.vpcs.get(vpcId)?.resource.CidrBlock;
  return (
    isSameAddress("169.254.169.253", destination) ||
    isSameAddress("fd00:ec2::253", destination) ||
    (primary !== undefined && isSameAddress(addressAt(primary, 2), destination))
  );
}
