import { isResourceKey } from "@/lib/core/network/resource-id";
import type { World } from "./draft";
import { Random } from "./random";

/**
 * A recording is trimmed by hand now and then: a call was read, and one resource of its answer is not there. Its own
 * random numbers keep everything else of a network as it is.
 */
export function trim({ places }: World, seed: number): void {
  const random = new Random(seed + 1_000_000_000);
  for (const { resources } of places) {
    if (!random.chance(0.2)) continue;
    const key = random.maybe(Object.keys(resources).filter(isResourceKey));
    if (key === undefined) continue;
    const list: readonly object[] = resources[key] ?? [];
    const left = random.maybe(list);
    Object.assign(resources, { [key]: list.filter((one) => one !== left) });
  }
}

const PRINTED = {
  DestinationCidrBlock: "",
  DestinationIpv6CidrBlock: "",
  DestinationPrefixListId: "",
  GatewayId: "",
  NatGatewayId: "",
  NetworkInterfaceId: "",
  TransitGatewayId: "",
  VpcPeeringConnectionId: "",
  EgressOnlyInternetGatewayId: "",
  IpAddress: "",
};

/** Some exporters print every member that a route, an entry or an association may have, as "" where it has none. */
export function printEmpties({ places }: World, seed: number): void {
  const random = new Random(seed + 3_000_000_000);
  for (const { resources } of places) {
    if (!random.chance(0.1)) continue;
    for (const table of resources.RouteTables ?? []) {
      if (table.Routes) table.Routes = table.Routes.map((one) => ({ ...PRINTED, ...one }));
      table.Associations = (table.Associations ?? []).map((one) => ({ SubnetId: "", GatewayId: "", ...one }));
    }
    for (const acl of resources.NetworkAcls ?? [])
      acl.Entries = (acl.Entries ?? []).map((one) => ({ CidrBlock: "", Ipv6CidrBlock: "", ...one }));
  }
}
