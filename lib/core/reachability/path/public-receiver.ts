import type { Endpoint } from "../index/endpoint";
import { oncePerIndex } from "../index/kept";
import type { NetworkIndex } from "../index/network-index";
import { coversRange, oneAddress, parseCidrs, type Address, type AddressRange } from "../sets/address-range";
import { natEndpoint } from "./nat-endpoint";

/** The public addresses in a range that somebody known has. */
export function publicAddressesIn(index: NetworkIndex, range: AddressRange): AddressRange[] {
  return index
    .publicAddresses()
    .concat([...idleAddresses(index)])
    .map((address) => oneAddress(typeof address === "bigint" ? 6 : 4, address))
    .filter((one) => coversRange(range, one));
}

/** Whoever has a public address: an interface, or a NAT gateway whose interface was not read. */
export function publicReceiver(index: NetworkIndex, address: Address): Endpoint | undefined {
  const endpoint = index.endpointOfPublicAddress(address);
  if (endpoint) return endpoint;
  const gateway = index.natGatewayOfPublicAddress(address)?.resource;
  return gateway?.VpcId ? natEndpoint(index, { gateway, vpcId: gateway.VpcId, zones: [] }) : undefined;
}

/** Elastic IP addresses that are associated with nothing: packets to them are dropped. */
export const idleAddresses = oncePerIndex(({ network }): ReadonlySet<Address> => {
  const idle = [...network.addresses.values()].filter(
    ({ resource: { AssociationId, InstanceId, NetworkInterfaceId } }) =>
      [AssociationId, InstanceId, NetworkInterfaceId].every((one) => (one ?? "") === ""),
  );
  return new Set(parseCidrs(idle.map(({ resource }) => resource.PublicIp)).map(({ first }) => first));
});

export function leadsNowhere(address: string) {
  const message = `${address} is an Elastic IP address that is associated with nothing.`;
  return { code: "NO_POSSIBLE_DESTINATION" as const, message };
}
