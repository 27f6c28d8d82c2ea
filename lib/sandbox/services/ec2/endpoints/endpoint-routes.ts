import type { RouteTable, VpcEndpoint } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { routeTableCollection } from "../routes/describe-route-tables";
import { invalid } from "./endpoint-ids";

/** The prefix list of an endpoint's service. Throws Error for a service that is reached otherwise. */
function prefixListIdOf(regionWorld: RegionWorld, serviceName: string | undefined): string {
  const list = regionWorld.managedPrefixLists.find((candidate) => candidate.PrefixListName === serviceName);
  if (list?.PrefixListId === undefined) throw new Error(`No prefix list for ${serviceName ?? "?"}.`);
  return list.PrefixListId;
}

/** The tables that are to lead to a gateway endpoint: of its VPC, and without a route to its service. */
export function readRouteTables(
  regionWorld: RegionWorld,
  endpoint: Pick<VpcEndpoint, "VpcId" | "ServiceName">,
  tableIds: readonly string[],
): RouteTable[] {
  const prefixListId = prefixListIdOf(regionWorld, endpoint.ServiceName);
  return [...new Set(tableIds)].map((id) => {
    const table = regionWorld.routeTables.find((candidate) => candidate.RouteTableId === id);
    if (table === undefined) throw idError(routeTableCollection, id);
    if (table.VpcId !== endpoint.VpcId) {
      throw invalid(`Route table ${id} does not belong to the VPC ${endpoint.VpcId ?? ""}.`);
    }
    if (table.Routes?.some((route) => route.DestinationPrefixListId === prefixListId)) {
      throw new AwsError(
        "RouteAlreadyExists",
        `route table ${id} already has a route with destination-prefix-list-id ${prefixListId}`,
      );
    }
    return table;
  });
}

/** Lets tables lead to a gateway endpoint: "we add a route" (PrivateLink guide: gateway endpoints). */
export function addEndpointRoutes(
  regionWorld: RegionWorld,
  endpoint: VpcEndpoint,
  tables: RouteTable[],
): void {
  for (const table of tables) {
    table.Routes = [
      ...(table.Routes ?? []),
      {
        DestinationPrefixListId: prefixListIdOf(regionWorld, endpoint.ServiceName),
        GatewayId: endpoint.VpcEndpointId,
        Origin: "CreateRoute",
        State: "active",
      },
    ];
  }
  endpoint.RouteTableIds = [
    ...(endpoint.RouteTableIds ?? []),
    ...tables.flatMap((table) => table.RouteTableId ?? []),
  ];
}

/** Takes the routes to a gateway endpoint out of these tables. */
export function removeEndpointRoutes(
  regionWorld: RegionWorld,
  endpoint: VpcEndpoint,
  tableIds: readonly string[],
): void {
  for (const table of regionWorld.routeTables) {
    if (!tableIds.includes(table.RouteTableId ?? "")) continue;
    table.Routes = (table.Routes ?? []).filter(
      (route) => route.DestinationPrefixListId === undefined || route.GatewayId !== endpoint.VpcEndpointId,
    );
  }
  endpoint.RouteTableIds = (endpoint.RouteTableIds ?? []).filter((id) => !tableIds.includes(id));
}
