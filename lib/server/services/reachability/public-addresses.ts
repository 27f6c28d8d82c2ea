import type { Reaches } from "@/lib/contract/reachability/matrix";
import type { Network } from "@/lib/core/network/network";
import { ipv6BlocksOf } from "@/lib/core/reachability/targets/ipv6-internet";
import type { Hop, Trace } from "@/lib/core/reachability/trace";

/** Who the internet sees: the public addresses of the last hop before an internet gateway, for each subnet. */
export function findPublicAddresses(network: Network, traces: readonly Trace[]): Reaches["publicAddresses"] {
  const found = new Map<string, Reaches["publicAddresses"][number]>();
  for (const { subnetId, verdict, forward } of traces) {
    if (subnetId === null || verdict === "unreachable") continue;
    const way = forward.slice(
      0,
      Math.max(
        0,
        forward.findIndex(({ kind }) => kind === "internet-gateway"),
      ),
    );
    const sender = way.findLast((hop) => addressesOf(network, hop, subnetId).length > 0);
    for (const address of sender ? addressesOf(network, sender, subnetId) : []) {
      const own = found.get(address) ?? { address, resourceId: sender?.resourceId ?? "", subnetIds: [] };
      own.subnetIds.push(subnetId);
      found.set(address, own);
    }
  }
  return [...found.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/**
 * IPv6 is not rewritten: the internet sees the addresses of the function's own interfaces, which are taken from their
 * subnet's range. Where no interface is known, that range is given.
 */
export function findIpv6Addresses(
  network: Network,
  traces: readonly Trace[],
): Reaches["publicIpv6Addresses"] {
  return traces.flatMap(({ subnetId, verdict, forward: [sender] }) => {
    if (subnetId === null || verdict === "unreachable") return [];
    const own = network.networkInterfaces.get(sender?.resourceId ?? "")?.resource.Ipv6Addresses ?? [];
    const addresses = own.flatMap(({ Ipv6Address }) => present(Ipv6Address));
    const resourceId = addresses.length > 0 && sender ? sender.resourceId : subnetId;
    const shown = addresses.length > 0 ? addresses : ipv6BlocksOf(network, subnetId);
    return shown.map((address) => ({ address, resourceId, subnetIds: [subnetId] }));
  });
}

function addressesOf(network: Network, { kind, resourceId }: Hop, subnetId: string): string[] {
  if (kind === "nat-gateway") return natGatewayAddresses(network, resourceId, subnetId);
  if (kind === "network-interface") {
    return present(network.networkInterfaces.get(resourceId)?.resource.Association?.PublicIp);
  }
  return kind === "instance" ? present(network.instances.get(resourceId)?.resource.PublicIpAddress) : [];
}

/** A regional gateway sends with the addresses of the sender's zone. */
function natGatewayAddresses(network: Network, natGatewayId: string, subnetId: string): string[] {
  const zone = network.subnets.get(subnetId)?.resource.AvailabilityZone;
  const all = network.natGateways.get(natGatewayId)?.resource.NatGatewayAddresses ?? [];
  return all
    .filter(({ AvailabilityZone }) => AvailabilityZone === undefined || AvailabilityZone === zone)
    .flatMap(({ PublicIp }) => present(PublicIp));
}

function present(address: string | undefined): string[] {
  return address === undefined ? [] : [address];
}
