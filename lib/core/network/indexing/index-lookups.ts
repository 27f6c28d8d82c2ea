import {
  interfacePlacement,
  interfaceSecurityGroupIds,
  isLambdaInterface,
} from "../connections/lambda-interface";
import type { Network, NetworkLookups, Resource } from "../network";
import { unqualifiedArn } from "./index-functions";

type Indexed = Omit<Network, "lookups">;

/** What belongs to what: one pass over each index. */
export function indexLookups(network: Indexed): NetworkLookups {
  return {
    subnetIdsByVpc: groupIds(network.subnets, ({ resource }) => [resource.VpcId]),
    securityGroupIdsByVpc: groupIds(network.securityGroups, ({ resource }) => [resource.VpcId]),
    ...connectionLookups(network.connections),
    networkInterfaceIdsBySubnet: groupIds(network.networkInterfaces, ({ resource }) => [resource.SubnetId]),
    ...routeTableLookups(network),
    networkAclIdBySubnet: networkAclLookup(network),
    lambdaInterfaceIdsByPlacement: groupIds(network.networkInterfaces, ({ resource }) =>
      isLambdaInterface(resource) && resource.SubnetId
        ? [interfacePlacement(resource.SubnetId, interfaceSecurityGroupIds(resource))]
        : [],
    ),
    functionArnsByName: groupIds(network.functions, ({ functionName }) => [functionName]),
    versionArnsByFunction: groupIds(network.functionVersions, ({ arn }) => [unqualifiedArn(arn)]),
  };
}

export function connectionLookups(
  connections: Network["connections"],
): Pick<NetworkLookups, "connectionIdsByVpc" | "connectionIdsByPlacement"> {
  return {
    connectionIdsByVpc: groupIds(connections, ({ vpcId }) => [vpcId]),
    connectionIdsByPlacement: groupIds(connections, ({ subnetIds, securityGroupIds }) =>
      subnetIds.map((subnetId) => interfacePlacement(subnetId, securityGroupIds)),
    ),
  };
}

function groupIds<T>(
  index: ReadonlyMap<string, T>,
  groupsOf: (item: T) => (string | null | undefined)[],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, item] of index) {
    for (const group of groupsOf(item)) {
      if (!group) continue;
      const ids = groups.get(group);
      if (ids) ids.push(id);
      else groups.set(group, [id]);
    }
  }
  return groups;
}

type Association = NonNullable<Resource<"RouteTables">["Associations"]>[number];

const OVER: ReadonlySet<string> = new Set(["disassociated", "failed"]);

/** Associations that ended or never came about say nothing. Source: EC2 API, RouteTableAssociationState. */
export function isAssociationOver({ AssociationState }: Association): boolean {
  return AssociationState?.State !== undefined && OVER.has(AssociationState.State);
}

function routeTableLookups({
  routeTables,
}: Indexed): Pick<NetworkLookups, "routeTableIdBySubnet" | "mainRouteTableIdByVpc"> {
  const routeTableIdBySubnet = new Map<string, string>();
  const mainRouteTableIdByVpc = new Map<string, string>();
  for (const [routeTableId, { resource }] of routeTables) {
    for (const association of resource.Associations ?? []) {
      const { SubnetId, Main } = association;
      if (isAssociationOver(association)) continue;
      if (SubnetId) keepFirst(routeTableIdBySubnet, SubnetId, routeTableId);
      else if (Main && resource.VpcId) keepFirst(mainRouteTableIdByVpc, resource.VpcId, routeTableId);
    }
  }
  return { routeTableIdBySubnet, mainRouteTableIdByVpc };
}

function networkAclLookup({ networkAcls }: Indexed): ReadonlyMap<string, string> {
  const bySubnet = new Map<string, string>();
  for (const [networkAclId, { resource }] of networkAcls) {
    for (const { SubnetId } of resource.Associations ?? []) {
      if (SubnetId) keepFirst(bySubnet, SubnetId, networkAclId);
    }
  }
  return bySubnet;
}

/** AWS gives one; of several that an import gives, the first by name, whatever its order. */
function keepFirst(ids: Map<string, string>, key: string, id: string): void {
  const known = ids.get(key);
  if (known === undefined || id < known) ids.set(key, id);
}
