import type { ReadCall } from "@/lib/core/network/calls";
import type { Network } from "@/lib/core/network/network";
import { publicAddressOf } from "../places/interfaces";
import type { NaiveQuestion } from "../question";

type Destinations = NaiveQuestion["destination"][];

/** Where the name of what is open to the internet leads from elsewhere; nowhere where no public address is known. */
export function atPublicAddresses(network: Network, destinations: Destinations): Destinations {
  return destinations.flatMap((one) => {
    const found =
      "networkInterfaceId" in one && network.networkInterfaces.get(one.networkInterfaceId)?.resource;
    const address = found ? publicAddressOf(found, found.PrivateIpAddress ?? "") : undefined;
    return address === undefined ? [] : [{ address }];
  });
}

/** What a public database's name gives in another VPC: depends on how the two are joined. */
export function nameGives(network: Network, asker: string, owner: string): "private" | "public" | "either" {
  if (asker === owner) return "private";
  const options = [...ofPeerings(network, asker, owner), ...ofTransitGateways(network, asker, owner)];
  if (options.includes("yes")) return "private";
  return options.includes("not told") ? "either" : "public";
}

type Option = "yes" | "no" | "not told";

function ofPeerings(network: Network, asker: string, owner: string): Option[] {
  if (!isRead(network, asker, "DescribeVpcPeeringConnections")) return ["not told"];
  const found: Option[] = [];
  for (const { resource } of network.vpcPeeringConnections.values()) {
    const { RequesterVpcInfo: left, AccepterVpcInfo: right, Status } = resource;
    if (Status?.Code !== undefined && Status.Code !== "active") continue;
    const isForward = left?.VpcId === asker && right?.VpcId === owner;
    const isBackward = left?.VpcId === owner && right?.VpcId === asker;
    if (!isForward && !isBackward) continue;
    const option = (isForward ? right : left).PeeringOptions?.AllowDnsResolutionFromRemoteVpc;
    found.push(option === undefined ? "not told" : option ? "yes" : "no");
  }
  return found;
}

function ofTransitGateways(network: Network, asker: string, owner: string): Option[] {
  if (!isRead(network, asker, "DescribeTransitGatewayVpcAttachments")) return ["not told"];
  const found: Option[] = [];
  const all = [...network.transitGatewayVpcAttachments.values()].map(({ resource }) => resource);
  const available = all.filter(({ State }) => State === "available");
  for (const one of available.filter(({ VpcId }) => VpcId === asker)) {
    for (const other of available.filter(({ VpcId }) => VpcId === owner)) {
      if (one.TransitGatewayId !== other.TransitGatewayId) continue;
      const gateway = network.transitGateways.get(one.TransitGatewayId ?? "")?.resource.Options?.DnsSupport;
      const support = [gateway, one.Options?.DnsSupport, other.Options?.DnsSupport];
      if (support.some((own) => own === "disable")) found.push("no");
      else found.push(support.some((own) => own === undefined) ? "not told" : "yes");
    }
  }
  return found;
}

function isRead(network: Network, vpcId: string, call: ReadCall): boolean {
  const place = network.vpcs.get(vpcId)?.captureIndex ?? -1;
  return network.captures[place]?.coverage.get(call)?.status === "ok";
}
