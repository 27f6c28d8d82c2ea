import type { Network } from "@/lib/core/network/network";
import type { NetworkInterface } from "./interfaces";

const kept = new WeakMap<Network, Network>();

/** With the first interface of each instance of which no interface was read, as the instance itself tells of it. */
export function withInstances(network: Network): Network {
  const known = kept.get(network);
  if (known) return known;
  const networkInterfaces = new Map(network.networkInterfaces);
  const attached = new Set(
    [...networkInterfaces.values()].map(({ resource }) => resource.Attachment?.InstanceId),
  );
  for (const [InstanceId, located] of network.instances) {
    const { VpcId, SubnetId, PrivateIpAddress, PublicIpAddress, Ipv6Address } = located.resource;
    if (attached.has(InstanceId) || SubnetId === undefined) continue;
    const NetworkInterfaceId = `eni-of-${InstanceId}`;
    const told: NetworkInterface & { NetworkInterfaceId: string } = {
      NetworkInterfaceId,
      VpcId,
      SubnetId,
      PrivateIpAddress,
      Ipv6Addresses: Ipv6Address === undefined ? [] : [{ Ipv6Address }],
      Association: PublicIpAddress === undefined ? undefined : { PublicIp: PublicIpAddress },
      Groups: located.resource.SecurityGroups,
      SourceDestCheck: located.resource.SourceDestCheck,
      Attachment: { InstanceId },
    };
    networkInterfaces.set(NetworkInterfaceId, { ...located, resource: told });
  }
  const all = { ...network, networkInterfaces };
  kept.set(network, all);
  return all;
}
