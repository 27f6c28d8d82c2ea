import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { parseCidr, type Address } from "../sets/address-range";
import { natEndpoint } from "./nat-endpoint";

/** Whoever has a public address: an interface, or a NAT gateway whose interface was not read. */
export function publicReceiver(index: NetworkIndex, address: Address): Endpoint | undefined {
  const endpoint = index.endpointOfPublicAddress(address);
  if (endpoint) return endpoint;
  for (const [natGatewayId, { resource }] of index.network.natGateways) {
    const { VpcId: vpcId, SubnetId = null, NatGatewayAddresses, State } = resource;
    const isIts = NatGatewayAddresses?.some(({ PublicIp }) => parseCidr(PublicIp ?? "")?.first === address);
    if (vpcId !== undefined && isIts && State !== "deleted" && State !== "failed") {
      return natEndpoint(index, { natGatewayId, vpcId, subnetId: SubnetId, zones: [] });
    }
  }
  return undefined;
}
