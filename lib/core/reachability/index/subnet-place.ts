import type { Located, Network } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import { availabilityZoneKey } from "../../network/indexing/availability-zone-key";
import { isAssociated } from "../../network/vpc-cidr-blocks";
import { parseCidrs, type AddressRange, type CidrRange } from "../sets/address-range";
import { RangeIndex } from "../sets/range-index";
import { keptPerIndex } from "./kept";
import type { NetworkIndex } from "./network-index";

/** A subnet as packets see it. */
export interface SubnetPlace {
  subnetId: string;
  vpcId: string;
  ranges: readonly CidrRange[];
  /** The zone's id where AWS gave it: its name means another place in another account. */
  zone: string | null;
  located: Located<Identified<"Subnets">>;
}

export function toSubnetPlace(located: Located<Identified<"Subnets">>): SubnetPlace | null {
  const { SubnetId, VpcId, CidrBlock, Ipv6CidrBlockAssociationSet } = located.resource;
  if (!VpcId) return null;
  const ipv6 = (Ipv6CidrBlockAssociationSet ?? [])
    .filter(({ Ipv6CidrBlockState }) => isAssociated(Ipv6CidrBlockState))
    .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
  const ranges = parseCidrs([CidrBlock, ...ipv6]);
  return { subnetId: SubnetId, vpcId: VpcId, ranges, zone: zoneOf(located), located };
}

function zoneOf({ resource, accountId }: Located<Identified<"Subnets">>): string | null {
  const { AvailabilityZone: name, AvailabilityZoneId: id } = resource;
  if (id !== undefined) return id;
  return name === undefined ? null : availabilityZoneKey(accountId, name);
}

/** The subnets of each VPC, in the order of their ids. */
export function groupSubnets(network: Network): ReadonlyMap<string, readonly SubnetPlace[]> {
  const groups = new Map<string, SubnetPlace[]>();
  for (const located of network.subnets.values()) {
    const place = toSubnetPlace(located);
    if (!place) continue;
    const group = groups.get(place.vpcId);
    if (group) group.push(place);
    else groups.set(place.vpcId, [place]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.subnetId < b.subnetId ? -1 : 1));
  return groups;
}

const subnetsByRange = keptPerIndex(
  (index, vpcId) =>
    new RangeIndex(
      index
        .subnetsOfVpc(vpcId)
        .flatMap((subnet) => subnet.ranges.map((range): [CidrRange, SubnetPlace] => [range, subnet])),
    ),
);

/** The subnet of a VPC that has an address. An import may give it to several: then the first by id. */
export function subnetWith(
  index: NetworkIndex,
  vpcId: string,
  address: AddressRange,
): SubnetPlace | undefined {
  const found = subnetsByRange(index, vpcId).holding(address).flat();
  return found.sort((a, b) => (a.subnetId < b.subnetId ? -1 : 1))[0];
}
