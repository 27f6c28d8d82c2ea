import type { NetworkInterface, NetworkInterfacePrivateIpAddress, Subnet } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";

interface Place {
  regionWorld: RegionWorld;
  ids: Pick<HandlerContext["ids"], "id">;
}

function privateDnsName(region: string, address: string): string {
  const host = `ip-${address.replaceAll(".", "-")}`;
  return region === "us-east-1" ? `${host}.ec2.internal` : `${host}.${region}.compute.internal`;
}

function toMacAddress(id: string): string {
  const digits = id.slice(-10).padStart(10, "0");
  return ["0a", ...[0, 2, 4, 6, 8].map((start) => digits.slice(start, start + 2))].join(":");
}

/** A private address as an interface lists it: with a name where the VPC gives names. */
export function describeAddress(
  regionWorld: RegionWorld,
  vpcId: string | undefined,
  address: string,
): Pick<NetworkInterfacePrivateIpAddress, "PrivateDnsName" | "PrivateIpAddress"> {
  const hasNames = regionWorld.vpcAttributes[vpcId ?? ""]?.enableDnsHostnames === true;
  return {
    PrivateIpAddress: address,
    ...(hasNames ? { PrivateDnsName: privateDnsName(regionWorld.region, address) } : {}),
  };
}

/** Where an interface stands, and its private IPv4 addresses, the first of which is its primary one. */
export function describePlace(
  { regionWorld, ids }: Place,
  subnet: Subnet,
  addresses: readonly string[],
): NetworkInterface {
  const described = addresses.map((address) => describeAddress(regionWorld, subnet.VpcId, address));
  return {
    SubnetId: subnet.SubnetId,
    VpcId: subnet.VpcId,
    AvailabilityZone: subnet.AvailabilityZone,
    ...(subnet.AvailabilityZoneId === undefined ? {} : { AvailabilityZoneId: subnet.AvailabilityZoneId }),
    MacAddress: toMacAddress(ids.id("mac")),
    ...described[0],
    PrivateIpAddresses: described.map((item, index) => ({ Primary: index === 0, ...item })),
  };
}
