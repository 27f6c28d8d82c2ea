import {
  DescribeCacheClustersCommand,
  DescribeCacheSubnetGroupsCommand,
  DescribeReplicationGroupsCommand,
  ElastiCacheClient,
} from "@aws-sdk/client-elasticache";
import {
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  DescribeDBSubnetGroupsCommand,
  RDSClient,
  type DescribeDBClustersCommandInput,
} from "@aws-sdk/client-rds";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

let sandbox: TestSandbox;
let rds: RDSClient;
let elasticache: ElastiCacheClient;

beforeAll(async () => {
  sandbox = await startSandbox();
  rds = new RDSClient(sandbox.clientConfig());
  elasticache = new ElastiCacheClient(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

const demo = () => sandbox.regionWorld();

describe("databases and caches, through the real SDK", () => {
  it("DescribeDBInstances and DescribeDBSubnetGroups", async () => {
    const { DBInstances } = await rds.send(new DescribeDBInstancesCommand({}));
    expect(DBInstances).toEqual(demo().dbInstances);
    const one = await rds.send(
      new DescribeDBInstancesCommand({ Filters: [{ Name: "db-instance-id", Values: ["catalog-db"] }] }),
    );
    expect(one.DBInstances?.map((instance) => instance.DBInstanceIdentifier)).toEqual(["catalog-db"]);
    const { DBSubnetGroups } = await rds.send(new DescribeDBSubnetGroupsCommand({}));
    expect(DBSubnetGroups).toEqual(demo().dbSubnetGroups);
  });

  it("DescribeDBInstances by each of its filters, by name and by ARN", async () => {
    const [orders] = demo().dbInstances;
    if (orders === undefined) throw new Error("The demo has databases.");
    const byFilter = async (Name: string, ...Values: string[]) => {
      const input = { Filters: [{ Name, Values }] };
      const { DBInstances } = await rds.send(new DescribeDBInstancesCommand(input));
      return DBInstances?.map((instance) => instance.DBInstanceIdentifier);
    };
    expect(await byFilter("db-instance-id", orders.DBInstanceArn ?? "", "none")).toEqual(["orders-db"]);
    expect(await byFilter("dbi-resource-id", orders.DbiResourceId ?? "")).toEqual(["orders-db"]);
    expect(await byFilter("engine", "postgres")).toEqual(["orders-db", "catalog-db"]);
    expect(await byFilter("db-cluster-id", "aurora")).toEqual([]);
    expect(await byFilter("domain", "d-1")).toEqual([]);
    await expect(byFilter("colour", "red")).rejects.toThrow("Unrecognized filter name: colour");
    const byArn = new DescribeDBInstancesCommand({ DBInstanceIdentifier: orders.DBInstanceArn });
    expect((await rds.send(byArn)).DBInstances).toHaveLength(1);
  });

  it("DescribeDBClusters", async () => {
    const cluster = {
      DBClusterIdentifier: "aurora",
      DBClusterArn: "arn:aws:rds:eu-west-1:123456789012:cluster:aurora",
      DbClusterResourceId: "cluster-1",
      CloneGroupId: "group-1",
      Engine: "aurora-postgresql",
      Status: "available",
    };
    demo().dbClusters.push(cluster);
    const send = (input: DescribeDBClustersCommandInput) => rds.send(new DescribeDBClustersCommand(input));
    expect((await send({})).DBClusters).toEqual([expect.objectContaining(cluster)]);
    const Filters = [
      { Name: "clone-group-id", Values: ["group-1"] },
      { Name: "db-cluster-id", Values: ["aurora"] },
      { Name: "db-cluster-resource-id", Values: ["cluster-1"] },
      { Name: "engine", Values: ["aurora-postgresql"] },
    ];
    expect((await send({ Filters })).DBClusters).toHaveLength(1);
    expect((await send({ Filters: [{ Name: "domain", Values: ["d-1"] }] })).DBClusters).toEqual([]);
    await expect(send({ DBClusterIdentifier: "none" })).rejects.toMatchObject({
      name: "DBClusterNotFoundFault",
      $metadata: { httpStatusCode: 404 },
    });
    demo().dbClusters.pop();
  });

  it("DescribeReplicationGroups, and clusters apart from them", async () => {
    const { ReplicationGroups } = await elasticache.send(new DescribeReplicationGroupsCommand({}));
    expect(ReplicationGroups).toEqual(demo().replicationGroups);
    expect(ReplicationGroups?.[0]?.MemberClusters).toEqual(["catalog-cache-001", "catalog-cache-002"]);
    const alone = new DescribeCacheClustersCommand({ ShowCacheClustersNotInReplicationGroups: true });
    const { CacheClusters } = await elasticache.send(alone);
    expect(CacheClusters?.map((cluster) => cluster.CacheClusterId)).toEqual(["sessions-redis"]);
    await expect(
      elasticache.send(new DescribeReplicationGroupsCommand({ ReplicationGroupId: "none" })),
    ).rejects.toMatchObject({ name: "ReplicationGroupNotFoundFault" });
  });

  it("DescribeCacheClusters, with nodes only when asked, and DescribeCacheSubnetGroups", async () => {
    const withNodes = await elasticache.send(new DescribeCacheClustersCommand({ ShowCacheNodeInfo: true }));
    expect(withNodes.CacheClusters).toEqual(demo().cacheClusters);
    const without = await elasticache.send(new DescribeCacheClustersCommand({}));
    expect(without.CacheClusters?.[0]?.CacheNodes).toBeUndefined();
    const { CacheSubnetGroups } = await elasticache.send(new DescribeCacheSubnetGroupsCommand({}));
    expect(CacheSubnetGroups).toEqual(demo().cacheSubnetGroups);
  });

  it("name what does not exist as each service does", async () => {
    await expect(
      rds.send(new DescribeDBInstancesCommand({ DBInstanceIdentifier: "none" })),
    ).rejects.toMatchObject({ name: "DBInstanceNotFoundFault", $metadata: { httpStatusCode: 404 } });
    await expect(
      rds.send(new DescribeDBSubnetGroupsCommand({ DBSubnetGroupName: "none" })),
    ).rejects.toMatchObject({ name: "DBSubnetGroupNotFoundFault" });
    await expect(
      elasticache.send(new DescribeCacheClustersCommand({ CacheClusterId: "none" })),
    ).rejects.toMatchObject({ name: "CacheClusterNotFoundFault" });
    await expect(
      elasticache.send(new DescribeCacheSubnetGroupsCommand({ CacheSubnetGroupName: "none" })),
    ).rejects.toMatchObject({ name: "CacheSubnetGroupNotFoundFault" });
  });

  it("refuse a page size out of bounds", async () => {
    await expect(rds.send(new DescribeDBInstancesCommand({ MaxRecords: 5 }))).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
  });
});
