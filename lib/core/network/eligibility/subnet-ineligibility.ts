import { availabilityZoneKey } from "../indexing/availability-zone-key";
import type { Network } from "../network";

const OUTSIDE_ZONES: ReadonlyMap<string, string> = new Map([
  ["local-zone", "Local Zone"],
  ["wavelength-zone", "Wavelength Zone"],
]);

/**
 * Why Lambda cannot use a subnet, in words; undefined where nothing read speaks against it. Sources: EC2 API, Subnet
 * (`Ipv6Native`, `OutpostArn`) and AvailabilityZone (`ZoneType`); Lambda Developer Guide, "VPC networking".
 */
export function subnetIneligibility(network: Network, subnetId: string): string | undefined {
  const subnet = network.subnets.get(subnetId);
  if (!subnet) return undefined;
  const { Ipv6Native, OutpostArn, AvailabilityZone } = subnet.resource;
  if (Ipv6Native) return "An IPv6-only subnet: Lambda needs an IPv4 address in every subnet.";
  if (OutpostArn) return "A subnet on an Outpost: Lambda cannot place network interfaces there.";
  if (AvailabilityZone === undefined) return undefined;
  const zone = network.availabilityZones.get(availabilityZoneKey(subnet.accountId, AvailabilityZone));
  const kind = OUTSIDE_ZONES.get(zone?.resource.ZoneType ?? "");
  return kind === undefined
    ? undefined
    : `In the ${kind} ${AvailabilityZone}: Lambda runs in Availability Zones only.`;
}
