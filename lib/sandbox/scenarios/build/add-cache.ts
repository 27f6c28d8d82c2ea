import type { CacheCluster } from "@aws-sdk/client-elasticache";
import { addInterface } from "./add-interface";
import type { StoreSpec } from "./add-postgres";
import type { BuiltSubnet } from "./add-subnet";
import { type Builder, MADE_AT } from "./builder";

/** A piece of host name that AWS makes up for each account and region. */
const HOST_KEY = "9dcv5r";
const PORT = 6379;

function hostOf(name: string, part: string): string {
  return `${name}.${HOST_KEY}.${part}.euw1.cache.amazonaws.com`;
}

function addSubnetGroup({ regionWorld }: Builder, spec: StoreSpec): string {
  const name = `${spec.name}-subnets`;
  regionWorld.cacheSubnetGroups.push({
    CacheSubnetGroupName: name,
    CacheSubnetGroupDescription: `Subnets of ${spec.name}`,
    ARN: `arn:aws:elasticache:${regionWorld.region}:${regionWorld.accountId}:subnetgroup:${name}`,
    VpcId: spec.subnets[0]?.vpcId ?? "",
    Subnets: spec.subnets.map((subnet) => ({
      SubnetIdentifier: subnet.subnetId,
      SubnetAvailabilityZone: { Name: subnet.zone },
    })),
  });
  return name;
}

/** A cluster of one node, with the interface of that node. */
function addCluster(
  builder: Builder,
  spec: StoreSpec,
  cluster: {
    id: string;
    home: BuiltSubnet;
    subnetGroup: string;
    address: string;
    engine: Partial<CacheCluster>;
  },
): void {
  const { regionWorld } = builder;
  const { id, home } = cluster;
  addInterface(builder, {
    subnet: home,
    groups: [spec.group],
    type: "interface",
    description: `ElastiCache ${id}`,
    requesterId: "amazon-elasticache",
  });
  regionWorld.cacheClusters.push({
    CacheClusterId: id,
    ARN: `arn:aws:elasticache:${regionWorld.region}:${regionWorld.accountId}:cluster:${id}`,
    CacheClusterStatus: "available",
    CacheClusterCreateTime: MADE_AT,
    CacheNodeType: "cache.t4g.small",
    ...cluster.engine,
    NumCacheNodes: 1,
    PreferredAvailabilityZone: home.zone,
    CacheSubnetGroupName: cluster.subnetGroup,
    SecurityGroups: [{ SecurityGroupId: spec.group.groupId, Status: "active" }],
    CacheNodes: [
      {
        CacheNodeId: "0001",
        CacheNodeStatus: "available",
        CacheNodeCreateTime: MADE_AT,
        CustomerAvailabilityZone: home.zone,
        Endpoint: { Address: cluster.address, Port: PORT },
        ParameterGroupStatus: "in-sync",
      },
    ],
  });
}

/** Makes a Redis cluster of one node with its subnet group; it lives in the first of the subnets. */
export function addRedis(builder: Builder, spec: StoreSpec): void {
  const [home] = spec.subnets;
  if (home === undefined) throw new Error("A cache needs a subnet.");
  addCluster(builder, spec, {
    id: spec.name,
    home,
    subnetGroup: addSubnetGroup(builder, spec),
    address: hostOf(spec.name, "0001"),
    engine: { Engine: "redis", EngineVersion: "7.1.0" },
  });
}

/** Makes a Valkey replication group: a primary in the first of the subnets, a replica in the second. */
export function addValkey(builder: Builder, spec: StoreSpec): void {
  const { regionWorld } = builder;
  const { name } = spec;
  const members = spec.subnets
    .slice(0, 2)
    .map((home, index) => ({ home, id: `${name}-00${String(index + 1)}` }));
  const subnetGroup = addSubnetGroup(builder, spec);
  for (const { home, id } of members) {
    const engine = { Engine: "valkey", EngineVersion: "8.0.1", ReplicationGroupId: name };
    addCluster(builder, spec, { id, home, subnetGroup, address: hostOf(id, "0001"), engine });
  }
  regionWorld.replicationGroups.push({
    ReplicationGroupId: name,
    ARN: `arn:aws:elasticache:${regionWorld.region}:${regionWorld.accountId}:replicationgroup:${name}`,
    Description: `Cache ${name}`,
    Status: "available",
    ReplicationGroupCreateTime: MADE_AT,
    MemberClusters: members.map(({ id }) => id),
    NodeGroups: [
      {
        NodeGroupId: "0001",
        Status: "available",
        PrimaryEndpoint: { Address: hostOf(name, "ng.0001"), Port: PORT },
        ReaderEndpoint: { Address: hostOf(`${name}-ro`, "ng.0001"), Port: PORT },
        NodeGroupMembers: members.map(({ home, id }, index) => ({
          CacheClusterId: id,
          CacheNodeId: "0001",
          ReadEndpoint: { Address: hostOf(id, "0001"), Port: PORT },
          PreferredAvailabilityZone: home.zone,
          CurrentRole: index === 0 ? "primary" : "replica",
        })),
      },
    ],
    AutomaticFailover: "enabled",
    MultiAZ: "enabled",
    ClusterEnabled: false,
    ClusterMode: "disabled",
    CacheNodeType: "cache.t4g.small",
    Engine: "valkey",
    AuthTokenEnabled: false,
    TransitEncryptionEnabled: false,
    AtRestEncryptionEnabled: true,
    NetworkType: "ipv4",
    IpDiscovery: "ipv4",
    DataTiering: "disabled",
  });
}
