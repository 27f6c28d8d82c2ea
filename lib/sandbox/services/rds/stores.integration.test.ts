import {
  DescribeCacheClustersCommand,
  DescribeCacheSubnetGroupsCommand,
  ElastiCacheClient,
} from "@aws-sdk/client-elasticache";
import { DescribeDBInstancesCommand, DescribeDBSubnetGroupsCommand, RDSClient } from "@aws-sdk/client-rds";
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
