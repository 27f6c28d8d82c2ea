import { describe, expect, it } from "vitest";
import { aCacheCluster, aCacheSubnetGroup, aDbInstance } from "@/lib/testing/builders/destinations";
import { aFullCapture } from "@/lib/testing/builders/snapshot";
import { buildNetwork } from "../../network/build-network";
import type { Resources } from "../../network/resources";
import { commonTargets, dataStoreTargets, knownTargets } from "./known-targets";

const targetsIn = (resources: Resources, vpcId: string | null = null) =>
  dataStoreTargets(buildNetwork({ captures: [aFullCapture(resources)] }), vpcId);

describe("a database that a function may want", () => {
  it.each([
    [6000, { Endpoint: { Port: 6000 }, DbInstancePort: 1, Engine: "mysql" }],
    [7000, { Endpoint: {}, DbInstancePort: 7000, Engine: "mysql" }],
    [3306, { Endpoint: undefined, Engine: "mysql" }],
    [5432, { Endpoint: undefined, Engine: "something-new" }],
    [5432, { Endpoint: undefined, Engine: undefined }],
  ])("is asked about on port %i", (port, answer) => {
    expect(targetsIn({ DBInstances: [aDbInstance(answer)] })).toMatchObject([{ key: "db:orders-db", port }]);
  });

  it("goes by its ARN where it has no identifier, and is nowhere where no subnet group says where", () => {
    const database = { ...aDbInstance({ DBSubnetGroup: undefined }), DBInstanceIdentifier: undefined };
    const { DBInstanceArn: arn } = database;
    expect(targetsIn({ DBInstances: [database] })).toMatchObject([{ key: `db:${arn}`, vpcId: null }]);
  });
});

describe("a cache that a function may want", () => {
  it.each([
    [7001, { ConfigurationEndpoint: { Port: 7001 }, CacheNodes: [{ Endpoint: { Port: 1 } }] }],
    [7002, { CacheNodes: [{ Endpoint: { Port: 7002 } }] }],
    [11211, { Engine: "memcached" }],
    [6379, { Engine: "something-new" }],
    [6379, { Engine: undefined }],
  ])("is asked about on port %i", (port, answer) => {
    const resources = { CacheClusters: [aCacheCluster(answer)], CacheSubnetGroups: [aCacheSubnetGroup()] };
    expect(targetsIn(resources, "vpc-1")).toMatchObject([{ key: "cache:sessions", port, vpcId: "vpc-1" }]);
  });

  it("is where the subnet group of its own account says, not one of that name in another or another group", () => {
    const groupOf = (VpcId: string, own: object = {}) =>
      aCacheSubnetGroup({
        VpcId,
        ARN: `arn:aws:elasticache:eu-west-1:111122223333:subnetgroup:${VpcId}`,
        ...own,
      });
    const others = [groupOf("vpc-3", { CacheSubnetGroupName: "another" }), groupOf("vpc-1")];
    const captures = [
      aFullCapture({ CacheSubnetGroups: [groupOf("vpc-2")] }, { accountId: "222233334444" }),
      aFullCapture({ CacheClusters: [aCacheCluster()], CacheSubnetGroups: others }),
    ];
    const [cache] = dataStoreTargets(buildNetwork({ captures }), null);
    expect(cache).toMatchObject({ key: "cache:sessions", vpcId: "vpc-1" });
  });

  it("goes by its ARN where it has no id, and is nowhere where its subnet group was not read", () => {
    const cache = { ...aCacheCluster(), CacheClusterId: undefined };
    expect(targetsIn({ CacheClusters: [cache] })).toMatchObject([{ key: `cache:${cache.ARN}`, vpcId: null }]);
  });
});

describe("what a function may want", () => {
  const resources = {
    DBInstances: [
      aDbInstance(),
      aDbInstance({ DBInstanceIdentifier: "a-db", DBSubnetGroup: { VpcId: "vpc-2" } }),
    ],
  };
  const network = buildNetwork({ captures: [aFullCapture(resources)] });

  it("is asked about as what it is", () => {
    const cache = aCacheCluster();
    const stores = targetsIn({ DBInstances: [aDbInstance()], CacheClusters: [cache] });
    expect(stores.map(({ destination }) => destination)).toEqual([
      { cacheClusterId: cache.ARN },
      { dbInstanceIdentifier: aDbInstance().DBInstanceArn },
    ]);
    const destinations = commonTargets().map(({ destination }) => destination);
    expect(destinations.slice(0, 3)).toEqual([
      { internet: true },
      { service: "s3" },
      { service: "dynamodb" },
    ]);
  });

  it("is the internet and services in no VPC, and the data stores of its VPC in one", () => {
    expect(knownTargets(network, null)).toEqual(commonTargets());
    expect(knownTargets(network, "vpc-2").slice(commonTargets().length)).toMatchObject([{ key: "db:a-db" }]);
  });

  it("is in the order of names", () => {
    const { DBInstances } = resources;
    for (const order of [DBInstances, [...DBInstances].reverse()])
      expect(targetsIn({ DBInstances: order }).map(({ key }) => key)).toEqual(["db:a-db", "db:orders-db"]);
  });
});
