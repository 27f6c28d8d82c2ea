import { describe, expect, it } from "vitest";
import { aCacheCluster, aCacheSubnetGroup, aDbInstance } from "@/lib/testing/builders/destinations";
import { evaluateMatrix } from "../matrix/evaluate-matrix";
import { networkWithout } from "../testing/ask-network.test-builder";
import { ask, answerOf, REACHABLE, unknown, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together } from "../cases/open-vpc.test-builder";

const ON = { EnableDnsSupport: { Value: true }, EnableDnsHostnames: { Value: true } };
const Subnets = [{ SubnetIdentifier: "subnet-1b" }];
const DATABASE = { destination: { dbInstanceIdentifier: "orders-db" } };
const CACHE = { destination: { cacheClusterId: "sessions" } };

const database = (DBInstanceStatus: string | undefined) =>
  together(openVpc(1), {
    VpcAttributes: [{ VpcId: "vpc-1", ...ON }],
    DBInstances: [aDbInstance({ DBInstanceStatus, DBSubnetGroup: { VpcId: "vpc-1", Subnets } })],
  });
const cache = (CacheClusterStatus: string | undefined) =>
  together(openVpc(1), {
    VpcAttributes: [{ VpcId: "vpc-1", ...ON }],
    CacheClusters: [aCacheCluster({ CacheClusterStatus, SecurityGroups: [{ SecurityGroupId: "sg-1" }] })],
    CacheSubnetGroups: [aCacheSubnetGroup({ Subnets })],
  });

describe("the status of a database", () => {
  it.each([
    ["available", REACHABLE],
    ["modifying", REACHABLE],
    ["backing-up", REACHABLE],
    ["storage-full", REACHABLE],
    [undefined, REACHABLE],
    ["stopped", unreachable("BAD_STATE")],
    ["stopping", unreachable("BAD_STATE")],
    ["starting", unreachable("BAD_STATE")],
    ["creating", unreachable("BAD_STATE")],
    ["deleting", unreachable("BAD_STATE")],
    ["failed", unreachable("BAD_STATE")],
    ["incompatible-network", unreachable("BAD_STATE")],
    ["inaccessible-encryption-credentials", unreachable("BAD_STATE")],
    ["rebooting", unknown("NOT_EVALUATED_TARGET_HEALTH")],
    ["a word of next year", unknown("NOT_EVALUATED_TARGET_HEALTH")],
  ])("%s decides whether anything answers there", (status, answer) => {
    expect(ask(database(status), DATABASE)).toEqual(answer);
  });

  it("is told with the words of AWS, beside what else stands in the way", () => {
    const [trace] = answerOf(database("stopped"), DATABASE).traces;
    expect(trace?.explanations).toMatchObject([
      {
        code: "BAD_STATE",
        resourceId: "orders-db",
        message: "orders-db is stopped: nothing answers there.",
        evidence: [{ resourceId: "orders-db", fact: "DBInstanceStatus stopped" }],
      },
    ]);
    const closed = together(database("stopped"), { SecurityGroups: [] });
    const shut = { ...closed, SecurityGroups: [{ GroupId: "sg-1", VpcId: "vpc-1" }] };
    expect(ask(shut, DATABASE)).toEqual(unreachable("BAD_STATE", "SG_HAS_NO_RULES"));
  });

  it("counts in the matrix, and where its place was not read", () => {
    const source = { connection: { subnetIds: ["subnet-1a"], securityGroupIds: ["sg-1"] } };
    const target = { ...DATABASE, protocol: "tcp" as const, port: 5432 };
    const cell = (status: string) =>
      evaluateMatrix(networkWithout(database(status), []), [source], [target]).flat();
    expect([cell("available"), cell("stopped")]).toEqual([["reachable"], ["unreachable"]]);
    expect(ask(database("stopped"), DATABASE, ["DescribeSubnets"])).toMatchObject({ verdict: "unreachable" });
  });
});

describe("the status of a cache", () => {
  it.each([
    ["available", REACHABLE],
    ["snapshotting", REACHABLE],
    [undefined, REACHABLE],
    ["creating", unreachable("BAD_STATE")],
    ["deleted", unreachable("BAD_STATE")],
    ["restore-failed", unreachable("BAD_STATE")],
    ["rebooting cluster nodes", unknown("NOT_EVALUATED_TARGET_HEALTH")],
  ])("%s decides whether anything answers there", (status, answer) => {
    expect(ask(cache(status), CACHE)).toEqual(answer);
  });
});

it("a database that names its subnet group only is in the group's subnets", () => {
  const named = aDbInstance({ DBSubnetGroup: { DBSubnetGroupName: "data" } });
  const network = together(database(undefined), {
    DBSubnetGroups: [
      { DBSubnetGroupName: "other", Subnets: [{ SubnetIdentifier: "subnet-gone" }] },
      { DBSubnetGroupName: "data", Subnets },
    ],
  });
  expect(ask({ ...network, DBInstances: [named] }, DATABASE)).toEqual(REACHABLE);
});
