import type { Network } from "../../network/network";
import type { Hop } from "../../reachability/trace";

/** What the interfaces among some hops belong to, by id: a diagram draws the endpoint or instance, not its interface. */
export function ownersOfHops(network: Network, hops: readonly Hop[]): Record<string, string> {
  const ids = new Set(
    hops.flatMap(({ kind, resourceId }) => (kind === "network-interface" ? resourceId : [])),
  );
  const owners: Record<string, string> = {};
  for (const id of ids) {
    const instanceId = network.networkInterfaces.get(id)?.resource.Attachment?.InstanceId;
    if (instanceId !== undefined) owners[id] = instanceId;
  }
  for (const [endpointId, { resource }] of network.vpcEndpoints) {
    for (const id of resource.NetworkInterfaceIds ?? []) if (ids.has(id)) owners[id] = endpointId;
  }
  return owners;
}
