import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import type { Address } from "../sets/address-range";
import { natEndpoint } from "./nat-endpoint";

/** Whoever has a public address: an interface, or a NAT gateway whose interface was not read. */
export function publicReceiver(index: NetworkIndex, address: Address): Endpoint | undefined {
  const endpoint = index.endpointOfPublicAddress(address);
  if (endpoint) return endpoint;
  const gateway = index.natGatewayOfPublicAddress(address)?.resource;
  return gateway?.VpcId ? natEndpoint(index, { gateway, vpcId: gateway.VpcId, zones: [] }) : undefined;
}
