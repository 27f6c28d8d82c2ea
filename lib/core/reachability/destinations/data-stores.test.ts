import { describe, expect, it } from "vitest";
import { aCacheCluster, aCacheSubnetGroup, aDbInstance } from "@/lib/testing/builders/destinations";
import { aNetworkAcl } from "@/lib/testing/builders/vpc-resources";
import { asked } from "./ask-orders.test-builder";

describe("a data store that a recording tells little of", () => {
  const dbArn = "arn:aws:rds:eu-west-1:111122223333:db:orders-db";
  const cacheArn = "arn:aws:elasticache:eu-west-1:111122223333:cluster:sessions";
  const SecurityGroups = [{ SecurityGroupId: "sg-1" }, {}];

  it.each([
    [
      { dbInstanceIdentifier: dbArn },
      dbArn,
      { DBInstances: [{ ...aDbInstance({ DBInstanceArn: dbArn }), DBInstanceIdentifier: undefined }] },
    ],
    [
      { cacheClusterId: cacheArn },
      cacheArn,
      {
        CacheClusters: [{ ...aCacheCluster({ ARN: cacheArn, SecurityGroups }), CacheClusterId: undefined }],
      },
    ],
  ])("is called what it was asked for by: %j", (destination, name, resources) => {
    expect(asked(destination, resources)).toMatchObject({ verdict: "reachable", ends: [name] });
  });

  it.each([
    ["its subnet group is not told", undefined],
    ["none of its subnets was read", { Subnets: [{ SubnetIdentifier: "subnet-gone" }] }],
  ])("is somewhere unknown where %s", (_, DBSubnetGroup) => {
    const DBInstances = [{ ...aDbInstance(), DBSubnetGroup }];
    const { verdict, codes } = asked({ dbInstanceIdentifier: "orders-db" }, { DBInstances });
    expect(verdict).toBe("unknown");
    expect(codes).toContain("UNKNOWN_DESTINATION");
  });
});

describe("a cache of several nodes", () => {
  const entry = { RuleNumber: 100, Protocol: "-1", RuleAction: "allow", CidrBlock: "0.0.0.0/0" } as const;
  const NetworkAcls = [
    aNetworkAcl({
      Entries: [
        { ...entry, Egress: true },
        { ...entry, Egress: false },
      ],
    }),
    aNetworkAcl({ NetworkAclId: "acl-closed", Associations: [{ SubnetId: "subnet-2" }], Entries: [] }),
  ];
  const CacheSubnetGroups = [
    aCacheSubnetGroup({
      Subnets: [
        { SubnetIdentifier: "subnet-1", SubnetAvailabilityZone: { Name: "eu-west-1a" } },
        { SubnetIdentifier: "subnet-2", SubnetAvailabilityZone: { Name: "eu-west-1b" } },
      ],
    }),
  ];

  it.each([
    ["reachable", ["eu-west-1a"]],
    ["unreachable", ["eu-west-1b"]],
    ["unknown", ["eu-west-1a", "eu-west-1b"]],
  ])("is %s by the subnets of its nodes' zones: %j", (verdict, zones) => {
    const cluster = aCacheCluster({
      SecurityGroups: [{ SecurityGroupId: "sg-1" }],
      PreferredAvailabilityZone: "Multiple",
      CacheNodes: zones.map((CustomerAvailabilityZone) => ({ CustomerAvailabilityZone })),
    });
    const resources = { NetworkAcls, CacheSubnetGroups, CacheClusters: [cluster] };
    expect(asked({ cacheClusterId: "sessions" }, resources).verdict).toBe(verdict);
  });
});
