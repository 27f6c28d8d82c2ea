import { describe, expect, it } from "vitest";
import { aCacheCluster, aCacheSubnetGroup, aDbInstance } from "@/lib/testing/builders/destinations";
import { aNetworkAcl, aNetworkInterface } from "@/lib/testing/builders/vpc-resources";
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

describe("a data store that is told by its groups and its name", () => {
  const rds = aNetworkInterface({
    NetworkInterfaceId: "eni-db",
    PrivateIpAddress: "10.0.1.50",
    Description: "RDSNetworkInterface",
    Groups: [{ GroupId: "sg-1" }, { GroupId: "sg-2" }],
  });

  it("is at an interface with the same groups, in whatever order these are told", () => {
    const VpcSecurityGroups = ["sg-2", "sg-1"].map((VpcSecurityGroupId) => ({ VpcSecurityGroupId }));
    const resources = { DBInstances: [aDbInstance({ VpcSecurityGroups })], NetworkInterfaces: [rds] };
    expect(asked({ dbInstanceIdentifier: "orders-db" }, resources).ends).toEqual(["eni-db"]);
  });

  it("is not at another cache's interface, nor at one that another service calls so", () => {
    const node = (NetworkInterfaceId: string, PrivateIpAddress: string, Description: string) =>
      aNetworkInterface({ NetworkInterfaceId, PrivateIpAddress, Description });
    const resources = {
      NetworkInterfaces: [
        node("eni-1", "10.0.1.61", "ElastiCache carts"),
        node("eni-2", "10.0.1.62", "Backup of sessions"),
        node("eni-3", "10.0.1.63", "ElastiCache sessions"),
      ],
    };
    expect(asked({ cacheClusterId: "sessions" }, resources).ends).toEqual(["eni-3"]);
  });
});

describe("a data store in one of its group's subnets", () => {
  const entries = [true, false].map((Egress) => ({
    RuleNumber: 100,
    Egress,
    Protocol: "-1",
    RuleAction: "allow" as const,
    CidrBlock: "0.0.0.0/0",
  }));
  const NetworkAcls = [
    aNetworkAcl({ Entries: entries }),
    aNetworkAcl({ NetworkAclId: "acl-closed", Associations: [{ SubnetId: "subnet-2" }], Entries: [] }),
  ];
  const inZone = (zone: "a" | "b", number: 1 | 2) => ({
    SubnetIdentifier: `subnet-${number}`,
    SubnetAvailabilityZone: { Name: `eu-west-1${zone}` },
  });

  it.each([
    ["reachable", "eu-west-1a", undefined],
    ["unreachable", "eu-west-1b", undefined],
    ["unknown", "eu-west-1a", "eu-west-1b"],
    // In neither of them: somewhere in the group.
    ["unknown", "eu-west-1c", undefined],
  ])("is %s as a database in %s, with a standby in %s", (verdict, AvailabilityZone, standby) => {
    const database = aDbInstance({
      AvailabilityZone,
      SecondaryAvailabilityZone: standby,
      DBSubnetGroup: { VpcId: "vpc-1", Subnets: [inZone("a", 1), inZone("b", 2)] },
    });
    const resources = { NetworkAcls, DBInstances: [database] };
    const answer = asked({ dbInstanceIdentifier: "orders-db" }, resources);
    expect(answer.verdict).toBe(verdict);
    expect(answer.codes).not.toContain("UNKNOWN_DESTINATION");
  });

  it("is in the subnet group that it names, as a cache", () => {
    const CacheSubnetGroups = [
      aCacheSubnetGroup({ CacheSubnetGroupName: "other", Subnets: [inZone("a", 2)] }),
      aCacheSubnetGroup({ Subnets: [inZone("a", 1)] }),
    ];
    const cluster = (CacheSubnetGroupName: string) => ({
      CacheClusters: [aCacheCluster({ CacheSubnetGroupName, SecurityGroups: [{ SecurityGroupId: "sg-1" }] })],
    });
    const verdictIn = (name: string) =>
      asked({ cacheClusterId: "sessions" }, { NetworkAcls, CacheSubnetGroups, ...cluster(name) }).verdict;
    expect(["cache", "other", "unread"].map(verdictIn)).toEqual(["reachable", "unreachable", "unknown"]);
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
