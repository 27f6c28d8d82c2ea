import { isAssociationOver } from "../../network/indexing/index-lookups";
import type { Network } from "../../network/network";
import type { Identified } from "../../network/resource-id";

/** Route tables by the internet or VPN gateway that they are associated with. */
export function edgeTables(network: Network): ReadonlyMap<string, Identified<"RouteTables">> {
  const tables = new Map<string, Identified<"RouteTables">>();
  for (const { resource } of network.routeTables.values()) {
    for (const association of resource.Associations ?? []) {
      const { GatewayId } = association;
      if (!GatewayId || isAssociationOver(association)) continue;
      if (!tables.has(GatewayId)) tables.set(GatewayId, resource);
    }
  }
  return tables;
}
