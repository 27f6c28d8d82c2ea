import type { Network } from "@/lib/core/network/network";
import { isIpv6, isSameAddress } from "../places/addresses";
import { addressesOf, publicAddressOf } from "../places/interfaces";
import type { Walk } from "../walk";

interface Holder {
  vpcId: string;
  /** What the internet gateway writes into the packet. */
  privateAddress: string;
  regionalNatGatewayId?: string;
}

/** What has a public address, or an IPv6 one. */
export function holderOf(network: Network, address: string): Holder | undefined {
  for (const { resource } of network.natGateways.values()) {
    const { VpcId: vpcId, State, NatGatewayId, SubnetId } = resource;
    if (vpcId === undefined || State === "failed" || State === "deleted") continue;
    for (const { PublicIp, PrivateIp } of resource.NatGatewayAddresses ?? []) {
      if (PublicIp !== address) continue;
      if (SubnetId === undefined)
        return { vpcId, privateAddress: address, regionalNatGatewayId: NatGatewayId };
      if (PrivateIp !== undefined) return { vpcId, privateAddress: PrivateIp };
    }
  }
  for (const { resource } of network.networkInterfaces.values()) {
    if (resource.VpcId === undefined) continue;
    for (const own of addressesOf(resource)) {
      const seen = isIpv6(own) ? own : publicAddressOf(resource, own);
      if (isSameAddress(seen, address)) return { vpcId: resource.VpcId, privateAddress: own };
    }
  }
  return undefined;
}

/** A function's future interface has an IPv6 address that nothing lists yet. */
export function futureHolder({ sender, packet }: Walk): Holder | undefined {
  if (!sender || !isIpv6(sender.address) || !isSameAddress(sender.address, packet.destination))
    return undefined;
  return { vpcId: sender.vpcId, privateAddress: sender.address };
}
