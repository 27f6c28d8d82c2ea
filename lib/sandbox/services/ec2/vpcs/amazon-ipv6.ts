import type { VpcIpv6CidrBlockAssociation } from "@aws-sdk/client-ec2";
import ipaddr from "ipaddr.js";
import type { Place } from "../routes/make-route-table";

/** Of Amazon's blocks in Ireland (ip-ranges.json), the one that this sandbox gives VPCs their /56 from. */
const POOL = [0x2a05, 0xd018] as const;

/** A /56 that no VPC of the region has: eight digits of a fresh id stand behind the pool's. */
function freshBlock({ regionWorld, ids }: Place): string {
  const taken = new Set(
    regionWorld.vpcs.flatMap((vpc) =>
      (vpc.Ipv6CidrBlockAssociationSet ?? []).map((association) => association.Ipv6CidrBlock),
    ),
  );
  for (;;) {
    const digits = ids.id("ipv6").slice(-6);
    const parts = [Number.parseInt(digits.slice(0, 4), 16), Number.parseInt(`${digits.slice(4)}00`, 16)];
    const block = `${new ipaddr.IPv6([...POOL, ...parts, 0, 0, 0, 0]).toString()}/56`;
    if (!taken.has(block)) return block;
  }
}

/** A VPC's association with an IPv6 block that Amazon provides, while it is being made. */
export function amazonIpv6Association(place: Place): VpcIpv6CidrBlockAssociation {
  return {
    AssociationId: place.ids.id("vpc-cidr-assoc"),
    Ipv6CidrBlock: freshBlock(place),
    Ipv6CidrBlockState: { State: "associating" },
    NetworkBorderGroup: place.regionWorld.region,
    Ipv6Pool: "Amazon",
    Ipv6AddressAttribute: "public",
    IpSource: "amazon",
  };
}
