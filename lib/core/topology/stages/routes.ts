import type { Route } from "@aws-sdk/client-ec2";
import { effectiveRouteTable, type EffectiveRouteTable } from "../../network/routing/effective-route-table";
import { nameTag } from "../../network/name-tag";
import type { Network, Resource } from "../../network/network";
import type { Recorded } from "../../network/resources";
import {
  describeRoute,
  routeDestination,
  routeTarget,
  type RouteTarget,
} from "../../network/routing/route-target";
import { facts, monoFact } from "../facts";
import { graphEdge, type GraphEdge, type GraphNode, type GraphPart } from "../graph";
import type { VpcScope } from "../scope";
import { compareText } from "../view/view-graph";
import { endpointPlaces } from "./endpoints";
import { targetNodes } from "./relations";

/** From each subnet to whatever its effective route table sends packets to, one edge per target. */
export function routes(scope: VpcScope): GraphPart {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const undrawn = new Set<string>();
  for (const subnetId of scope.subnetIds) {
    for (const { target, list, table } of routesByTarget(effectiveRouteTable(scope.network, subnetId))) {
      const drawnAs = targetNodes[target.kind];
      if (drawnAs === null) {
        if (target.kind !== "local") undrawn.add(target.id);
        continue;
      }
      const targetId = drawnTarget(scope, target);
      nodes.push({
        id: targetId,
        kind: drawnAs.kind,
        parentId: drawnAs.parent === "vpc" ? scope.vpcId : scope.regionNodeId,
        label: target.id,
        resourceId: target.id,
        facts: facts(
          monoFact("Id", target.id),
          list.every(isBlackhole)
            ? ["Gone", "AWS marks every route to it as a blackhole."]
            : ["Not read", "Only a route names it."],
        ),
      });
      edges.push(routeEdge(scope, subnetId, targetId, list, table));
    }
  }
  const omitted =
    undrawn.size === 0
      ? []
      : [
          {
            kind: "route-target",
            count: undrawn.size,
            reason: `no symbol yet for ${[...undrawn].sort().join(", ")}`,
          },
        ];
  return { nodes, edges, omitted };
}

interface TargetRoutes {
  target: RouteTarget;
  list: Recorded<Route>[];
  table: Resource<"RouteTables">;
}

function routesByTarget(effective: EffectiveRouteTable): TargetRoutes[] {
  if (effective.status === "unknown") return [];
  const table = effective.routeTable.resource;
  const groups = new Map<string, TargetRoutes>();
  const sorted = [...(table.Routes ?? [])].sort((a, b) => compareText(describeRoute(a), describeRoute(b)));
  for (const route of sorted) {
    const target = routeTarget(route);
    const group = groups.get(target.id) ?? { target, list: [], table };
    group.list.push(route);
    groups.set(target.id, group);
  }
  return [...groups.values()];
}

function routeEdge(
  { network }: VpcScope,
  subnetId: string,
  targetId: string,
  list: readonly Recorded<Route>[],
  table: Resource<"RouteTables">,
): GraphEdge {
  const name = nameTag(table);
  const tableLabel = `${table.RouteTableId ?? "its route table"}${name === null ? "" : ` (${name})`}`;
  const broken = list.every(isBlackhole) || isTargetDown(network, targetId);
  return graphEdge({
    kind: "route",
    source: subnetId,
    target: targetId,
    label: list.map((route) => destinationLabel(network, route)).join(", "),
    evidence: `${list.map(describeState).join("; ")} in ${tableLabel}`,
    ...(broken && { isBroken: true }),
  });
}

function describeState(route: Recorded<Route>): string {
  return `${describeRoute(route)}${isBlackhole(route) ? " (blackhole)" : ""}`;
}

function isBlackhole({ State }: Recorded<Route>): boolean {
  return State === "blackhole";
}

/** A prefix list by its name: `com.amazonaws.eu-west-1.s3` says more than `pl-…`. */
function destinationLabel({ prefixLists, managedPrefixLists }: Network, route: Recorded<Route>): string {
  const destination = routeDestination(route);
  return (
    prefixLists.get(destination)?.resource.PrefixListName ??
    managedPrefixLists.get(destination)?.resource.PrefixListName ??
    destination
  );
}

/** A route to an interface is drawn to its instance, one to an endpoint to where the endpoint is drawn. */
function drawnTarget({ network }: VpcScope, { kind, id }: RouteTarget): string {
  if (kind === "gateway-load-balancer-endpoint") return endpointPlaces(network, id)[0]?.nodeId ?? id;
  if (kind !== "network-interface") return id;
  const instanceId = network.networkInterfaces.get(id)?.resource.Attachment?.InstanceId;
  return instanceId !== undefined && network.instances.has(instanceId) ? instanceId : id;
}

function isTargetDown({ natGateways, vpcPeeringConnections, instances }: Network, id: string): boolean {
  const nat = natGateways.get(id)?.resource.State;
  const peering = vpcPeeringConnections.get(id)?.resource.Status?.Code;
  const instance = instances.get(id)?.resource.State?.Name;
  return (
    (nat !== undefined && nat !== "available") ||
    (peering !== undefined && peering !== "active") ||
    (instance !== undefined && instance !== "running")
  );
}
