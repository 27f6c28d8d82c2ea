import type { Index, Located, Network, Resource } from "../../network/network";
import { facts, monoFact } from "../facts";
import { graphEdge, type GraphEdge, type GraphNode, type GraphPart } from "../graph";
import type { VpcScope } from "../scope";
import { compareText } from "../view/view-graph";

interface SubnetGroup {
  name: string | undefined;
  vpcId: string | undefined;
  subnetIds: string[];
}

/** Databases and caches: in the one subnet of their group in their zone, else in the VPC with an edge to each subnet. */
export function databases(scope: VpcScope): GraphPart {
  const { network, vpcId } = scope;
  const parts = [
    ...[...network.dbInstances].map(([id, located]) => {
      const group = toGroup(located.resource.DBSubnetGroup);
      return { group, node: dbNode(scope, id, located.resource, group) };
    }),
    ...[...network.cacheClusters].map(([id, located]) => {
      const group = toGroup(cacheSubnetGroup(network, located));
      return { group, node: cacheNode(scope, id, located.resource, group) };
    }),
  ].filter(({ group }) => group.vpcId === vpcId);
  return {
    nodes: parts.map(({ node }) => node),
    edges: parts.flatMap(({ node, group }) => (node.parentId === vpcId ? memberships(node, group) : [])),
    omitted: [],
  };
}

function toGroup(group: Resource<"DBSubnetGroups"> | Resource<"CacheSubnetGroups"> | undefined): SubnetGroup {
  const name = group && ("DBSubnetGroupName" in group ? group.DBSubnetGroupName : undefined);
  const subnets: { SubnetIdentifier?: string | undefined }[] = group?.Subnets ?? [];
  return {
    name: name ?? (group && "CacheSubnetGroupName" in group ? group.CacheSubnetGroupName : undefined),
    vpcId: group?.VpcId,
    subnetIds: subnets.flatMap(({ SubnetIdentifier }) => SubnetIdentifier ?? []).sort(compareText),
  };
}

/** A cache names its group only; names are unique in one account and region. */
function cacheSubnetGroup(
  network: Network,
  { resource, captureIndex }: Located<Resource<"CacheClusters">>,
): Resource<"CacheSubnetGroups"> | undefined {
  const groups: Index<Resource<"CacheSubnetGroups">> = network.cacheSubnetGroups;
  return [...groups.values()].find(
    (group) =>
      group.captureIndex === captureIndex &&
      group.resource.CacheSubnetGroupName === resource.CacheSubnetGroupName,
  )?.resource;
}

function dbNode(
  scope: VpcScope,
  id: string,
  resource: Resource<"DBInstances">,
  group: SubnetGroup,
): GraphNode {
  const { DBInstanceIdentifier = id, DBInstanceStatus, Engine, EngineVersion, Endpoint, MultiAZ } = resource;
  return {
    id,
    kind: "db-instance",
    parentId: parentOf(scope, group, resource.AvailabilityZone),
    label: DBInstanceIdentifier,
    resourceId: id,
    ...(Engine !== undefined && { sublabel: [Engine, EngineVersion].filter(Boolean).join(" ") }),
    facts: facts(
      monoFact("Identifier", DBInstanceIdentifier),
      ["Status", DBInstanceStatus],
      ["Port", Endpoint?.Port],
      ["Multi-AZ", MultiAZ === undefined ? undefined : MultiAZ ? "yes" : "no"],
      monoFact("Subnet group", group.name),
    ),
  };
}

function cacheNode(
  scope: VpcScope,
  id: string,
  resource: Resource<"CacheClusters">,
  group: SubnetGroup,
): GraphNode {
  const { CacheClusterId = id, CacheClusterStatus, Engine, EngineVersion, NumCacheNodes } = resource;
  return {
    id,
    kind: "cache-cluster",
    parentId: parentOf(scope, group, resource.PreferredAvailabilityZone),
    label: CacheClusterId,
    resourceId: id,
    ...(Engine !== undefined && { sublabel: [Engine, EngineVersion].filter(Boolean).join(" ") }),
    facts: facts(
      monoFact("Identifier", CacheClusterId),
      ["Status", CacheClusterStatus],
      ["Nodes", NumCacheNodes],
      monoFact("Subnet group", group.name),
    ),
  };
}

/** AWS does not say which subnet of the group it chose; where its zone leaves one only, it is that. */
function parentOf(
  { network, vpcId }: VpcScope,
  { subnetIds }: SubnetGroup,
  zone: string | undefined,
): string {
  const candidates = subnetIds.filter((id) => network.subnets.get(id)?.resource.AvailabilityZone === zone);
  const [only] = candidates;
  return zone !== undefined && only !== undefined && candidates.length === 1 ? only : vpcId;
}

function memberships(node: GraphNode, { name, subnetIds }: SubnetGroup): GraphEdge[] {
  return subnetIds.map((subnetId) =>
    graphEdge({
      kind: "membership",
      source: node.id,
      target: subnetId,
      evidence: `${subnetId} is in the subnet group of ${node.label}${name === undefined ? "" : ` (${name})`}`,
    }),
  );
}
