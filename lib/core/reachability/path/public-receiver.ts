import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { coversRange, oneAddress, type Address, type AddressRange } from "../sets/address-range";
import { natEndpoint } from "./nat-endpoint";

/** The public addresses in a range that somebody known has. */
export function publicAddressesIn(index: NetworkIndex, range: AddressRange): AddressRange[] {
  return index
    .publicAddresses()
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
