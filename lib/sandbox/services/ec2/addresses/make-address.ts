import type { Address, ServiceManaged, Tag } from "@aws-sdk/client-ec2";
import type { Place } from "../routes/make-route-table";

/** One of Amazon's ranges in Ireland (ip-ranges.json): the addresses that the sandbox gives out look like those. */
const POOL = [52, 48] as const;

function freshPublicIp({ regionWorld, ids }: Place): string {
  const taken = new Set(regionWorld.addresses.map((address) => address.PublicIp));
  for (;;) {
    const number = Number.parseInt(ids.id("ip").slice(-5), 16);
    const [a, b, c, d] = [POOL[0], POOL[1] + ((number >> 16) & 15), (number >> 8) & 255, number & 255];
    const address = [a, b, c, d].join(".");
    // .0 and .255 look like no address of a host.
    if (d !== 0 && d !== 255 && !taken.has(address)) return address;
  }
}

/** Allocates an Elastic IP address that is associated with nothing yet. */
export function makeAddress(
  place: Place,
  { tags, publicIp, serviceManaged }: { tags: Tag[]; publicIp?: string; serviceManaged?: ServiceManaged },
): Address {
  const { regionWorld, ids } = place;
  const address: Address = {
    AllocationId: ids.id("eipalloc"),
    Domain: "vpc",
    NetworkBorderGroup: regionWorld.region,
    PublicIp: publicIp ?? freshPublicIp(place),
    PublicIpv4Pool: "amazon",
    ...(serviceManaged === undefined ? {} : { ServiceManaged: serviceManaged }),
    Tags: tags,
  };
  regionWorld.addresses.push(address);
  return address;
}
