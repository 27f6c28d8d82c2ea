import type { Network } from "@/lib/core/network/network";
import type { Identified } from "@/lib/core/network/resource-id";
import { addressAt } from "../places/addresses";

interface Unread {
  groupIds: readonly string[];
  InterfaceType?: "vpc_endpoint";
}

/**
 * The network with an interface in each of these subnets, as something that is there and was not read may have it, with
 * public addresses that it may have too.
 */
export function withInterfaces(
  network: Network,
  subnetIds: readonly string[],
  { groupIds, InterfaceType }: Unread,
): { network: Network; found: Identified<"NetworkInterfaces">[] } {
  const all = new Map(network.networkInterfaces);
  const found: Identified<"NetworkInterfaces">[] = [];
  for (const [index, subnetId] of subnetIds.entries()) {
    const subnet = network.subnets.get(subnetId);
    if (subnet?.resource.CidrBlock === undefined) continue;
    const made: Identified<"NetworkInterfaces"> = {
      NetworkInterfaceId: `eni-somewhere-${subnetId}`,
      VpcId: subnet.resource.VpcId,
      SubnetId: subnetId,
      ...(InterfaceType !== undefined && { InterfaceType }),
      PrivateIpAddress: addressAt(subnet.resource.CidrBlock, 230),
      Association: { PublicIp: `192.0.2.${index + 1}` },
      Groups: groupIds.map((GroupId) => ({ GroupId })),
    };
    found.push(made);
    all.set(`eni-somewhere-${subnetId}`, { ...subnet, resource: made });
  }
  return { network: { ...network, networkInterfaces: all }, found };
}
