import type { Network } from "@/lib/core/network/network";
import { isIpv6, isPrivate } from "./places/addresses";
import { addressesOf, groupIdsOf, publicAddressOf } from "./places/interfaces";
import { Blocked, Lost, type Packet, type Sender } from "./walk";

export type NaiveSource =
  | { networkInterfaceId: string }
  /** A function that has no interface yet, with the address that one might get. */
  | { subnetId: string; securityGroupIds: string[]; address: string; ipv6AllowedForDualStack: boolean }
  | { outside: string };

/** One packet. */
export interface NaiveQuestion {
  source: NaiveSource;
  destination: { address: string; list?: string } | { networkInterfaceId: string };
  protocol: number;
  sourcePort: number;
  port: number;
  icmp: { type: number; code: number };
}

/** Who sends, at which of its addresses: the primary one of the destination's family. */
export function senderOf(network: Network, { source, destination }: NaiveQuestion): Sender | null {
  if ("outside" in source) return null;
  const wantsIpv6 = "address" in destination && isIpv6(destination.address);
  if ("networkInterfaceId" in source) {
    const found = network.networkInterfaces.get(source.networkInterfaceId)?.resource;
    const address = found && addressesOf(found).find((own) => isIpv6(own) === wantsIpv6);
    if (!found || address === undefined) throw new Blocked("UNASSOCIATED_COMPONENT source");
    return {
      networkInterfaceId: source.networkInterfaceId,
      vpcId: found.VpcId ?? "",
      subnetId: found.SubnetId ?? "",
      address,
      groupIds: groupIdsOf(found),
    };
  }
  const { subnetId, securityGroupIds: groupIds, address, ipv6AllowedForDualStack } = source;
  if (!network.subnets.has(subnetId)) throw new Lost("NOT_EVALUATED_UNREAD DescribeSubnets");
  if (wantsIpv6 && !ipv6AllowedForDualStack) throw new Blocked("LAMBDA_IPV6_NOT_ALLOWED");
  if (wantsIpv6 !== isIpv6(address)) throw new Blocked("UNASSOCIATED_COMPONENT source");
  const vpcId = network.subnets.get(subnetId)?.resource.VpcId ?? "";
  return { networkInterfaceId: null, vpcId, subnetId, address, groupIds };
}

export function packetOf(network: Network, question: NaiveQuestion, sender: Sender | null): Packet {
  const { protocol, sourcePort, port, icmp, source } = question;
  const from = sender?.address ?? ("outside" in source ? source.outside : "");
  const hasPorts = protocol === 6 || protocol === 17;
  return {
    protocol,
    source: from,
    destination: destinationOf(network, question, from),
    sourcePort: hasPorts ? sourcePort : null,
    destinationPort: hasPorts ? port : null,
    icmp: protocol === 1 || protocol === 58 ? icmp : null,
    list: "list" in question.destination ? question.destination.list : undefined,
  };
}

/** From the internet an interface is met at its public address, from inside and from a data centre at its private one. */
function destinationOf(network: Network, { destination, source }: NaiveQuestion, from: string): string {
  if ("address" in destination) return destination.address;
  const found = network.networkInterfaces.get(destination.networkInterfaceId)?.resource;
  const own = found && addressesOf(found).find((address) => isIpv6(address) === isIpv6(from));
  if (!found || own === undefined) throw new Blocked("UNASSOCIATED_COMPONENT destination");
  if (!("outside" in source) || isIpv6(own) || isPrivate(from)) return own;
  // Whichever of its private addresses it stands for.
  const [seen] = addressesOf(found).flatMap((one) => publicAddressOf(found, one) ?? []);
  if (seen === undefined) throw new Blocked("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
  return seen;
}

/** What comes back; null where nothing does (ICMP other than echo). */
export function replyTo(packet: Packet): Packet | null {
  const { icmp } = packet;
  const echo = icmp?.type === 8 ? 0 : icmp?.type === 128 ? 129 : null;
  if (icmp !== null && echo === null) return null;
  return {
    protocol: packet.protocol,
    source: packet.destination,
    destination: packet.source,
    sourcePort: packet.destinationPort,
    destinationPort: packet.sourcePort,
    icmp: echo === null ? null : { type: echo, code: 0 },
  };
}
