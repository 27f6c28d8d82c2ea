import { parseServiceName } from "../../../network/service-name";
import { prefixListRanges } from "../../compile/prefix-list";
import { oncePerIndex } from "../../index/kept";
import type { NetworkIndex } from "../../index/network-index";
import { publicAddressesIn } from "../../path/public-receiver";
import {
  compareRanges,
  coversRange,
  INTERNET,
  rangesOverlap,
  withoutRanges,
  type AddressRange,
} from "../../sets/address-range";
import { NOT_ON_THE_INTERNET } from "../../sets/special-ranges";

/**
 * What of these ranges may be addresses of a service that no list names: not private ones, not those of a known VPC or
 * interface, and none of another service's list.
 */
export function mayBeServices(
  index: NetworkIndex,
  within: AddressRange,
  narrow: readonly AddressRange[],
): AddressRange[] {
  const largest: AddressRange[] = [];
  for (const range of [...narrow].sort(compareRanges)) {
    const last = largest.at(-1);
    if (coversRange(within, range) && (!last || !coversRange(last, range))) largest.push(range);
  }
  const taken = takenRanges(index);
  return largest.flatMap((range) =>
    withoutRanges(
      range,
      taken.filter((one) => rangesOverlap(one, range)),
    ),
  );
}

const takenRanges = oncePerIndex((index): readonly AddressRange[] => [
  ...NOT_ON_THE_INTERNET,
  ...[...index.network.vpcs.keys()].flatMap(index.vpcRanges),
  ...publicAddressesIn(index, INTERNET[4]),
  ...servicesLists(index).flatMap((id) => {
    const list = prefixListRanges(index.network, id);
    return list.status === "known" ? list.ranges : [];
  }),
]);

/** By their names; where these were not read, those by which routes lead to gateway endpoints. */
function servicesLists({ network }: NetworkIndex): string[] {
  const named = [...network.prefixLists, ...network.managedPrefixLists].flatMap(([id, { resource }]) =>
    parseServiceName(resource.PrefixListName ?? "") === null ? [] : [id],
  );
  const routed = [...network.routeTables.values()]
    .flatMap(({ resource }) => resource.Routes ?? [])
    .filter(({ GatewayId }) => GatewayId?.startsWith("vpce-"))
    .flatMap(({ DestinationPrefixListId }) => DestinationPrefixListId ?? []);
  return [...new Set([...named, ...routed])];
}
