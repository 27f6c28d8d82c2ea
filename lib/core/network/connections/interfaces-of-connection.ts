import type { Connection, Located, Network } from "../network";
import type { Identified } from "../resource-id";
import { interfacePlacement } from "./lambda-interface";

/**
 * The Hyperplane interfaces that serve a connection, of all its subnets. Lambda makes one per (subnet, set of security
 * groups) and more under load; the name in a description is only that of the function which came first.
 */
export function interfacesOfConnection(
  network: Network,
  { subnetIds, securityGroupIds }: Pick<Connection, "subnetIds" | "securityGroupIds">,
): Located<Identified<"NetworkInterfaces">>[] {
  return subnetIds.flatMap((subnetId) => interfacesAt(network, subnetId, securityGroupIds));
}

/** Those of one subnet. */
export function interfacesAt(
  { lookups, networkInterfaces }: Network,
  subnetId: string,
  securityGroupIds: readonly string[],
): Located<Identified<"NetworkInterfaces">>[] {
  const ids = lookups.lambdaInterfaceIdsByPlacement.get(interfacePlacement(subnetId, securityGroupIds)) ?? [];
  return ids.flatMap((id) => networkInterfaces.get(id) ?? []);
}
