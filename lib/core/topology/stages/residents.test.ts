import { describe, expect, it } from "vitest";
import {
  aCacheCluster,
  aCacheSubnetGroup,
  aDbInstance,
  aReservation,
} from "@/lib/testing/builders/destinations";
import {
  aLambdaInterface,
  aNetworkInterface,
  aRoute,
  aSubnet,
  aVpc,
  named,
} from "@/lib/testing/builders/vpc-resources";
import { edgeOf, graphOf, nodeOf, table } from "../graph.test-builder";

describe("what lives in a VPC", () => {
  it("puts a database in the one subnet of its group in its zone", () => {
    const part = graphOf({
      Vpcs: [aVpc()],
      Subnets: [aSubnet(), aSubnet({ SubnetId: "subnet-2", AvailabilityZone: "eu-west-1b" })],
      DBInstances: [
        aDbInstance({
          MultiAZ: true,
          DBSubnetGroup: {
            DBSubnetGroupName: "data",
            VpcId: "vpc-1",
            Subnets: [{ SubnetIdentifier: "subnet-2" }, { SubnetIdentifier: "subnet-1" }, {}],
          },
        }),
      ],
    });
    expect(nodeOf(part, "arn:aws:rds:eu-west-1:111122223333:db:orders-db")).toMatchObject({
      kind: "db-instance",
      parentId: "subnet-1",
      label: "orders-db",
      sublabel: "postgres 16.4",
    });
  });

  it("puts it in the VPC, with an edge to each subnet it may be in, where AWS does not say which", () => {
    const part = graphOf({
      Vpcs: [aVpc()],
      Subnets: [aSubnet(), aSubnet({ SubnetId: "subnet-2" })],
      DBInstances: [
        aDbInstance({
          AvailabilityZone: undefined,
          MultiAZ: false,
          DBSubnetGroup: {
            VpcId: "vpc-1",
            Subnets: [{ SubnetIdentifier: "subnet-1" }, { SubnetIdentifier: "subnet-2" }],
          },
        }),
        aDbInstance({ DBInstanceIdentifier: "elsewhere", DBSubnetGroup: { VpcId: "vpc-2" } }),
        aDbInstance({ DBInstanceIdentifier: "classic", DBSubnetGroup: undefined }),
      ],
      CacheClusters: [
        aCacheCluster(),
        aCacheCluster({ CacheClusterId: "lost", CacheSubnetGroupName: "nowhere" }),
      ],
      CacheSubnetGroups: [
        aCacheSubnetGroup({ Subnets: [{ SubnetIdentifier: "subnet-1" }, { SubnetIdentifier: "subnet-2" }] }),
      ],
    });
    const database = "arn:aws:rds:eu-west-1:111122223333:db:orders-db";
    const cache = "arn:aws:elasticache:eu-west-1:111122223333:cluster:sessions";
    expect(nodeOf(part, database).parentId).toBe("vpc-1");
    expect(edgeOf(part, database, "subnet-2").evidence).toBe("subnet-2 is in the subnet group of orders-db");
    expect(edgeOf(part, cache, "subnet-1").evidence).toBe(
      "subnet-1 is in the subnet group of sessions (cache)",
    );
    expect(part.nodes.filter(({ kind }) => kind === "db-instance" || kind === "cache-cluster")).toHaveLength(
      2,
    );
  });

  it("draws a cache in its zone's subnet, and names what AWS left out by its id", () => {
    const part = graphOf({
      Vpcs: [aVpc()],
      Subnets: [aSubnet()],
      DBInstances: [{ DBInstanceArn: "arn:db", DBSubnetGroup: { VpcId: "vpc-1" } }],
      CacheClusters: [
        aCacheCluster(),
        { ARN: "arn:cache", CacheSubnetGroupName: "cache", PreferredAvailabilityZone: "eu-west-1z" },
      ],
      CacheSubnetGroups: [aCacheSubnetGroup()],
    });
    expect(nodeOf(part, "arn:aws:elasticache:eu-west-1:111122223333:cluster:sessions").parentId).toBe(
      "subnet-1",
    );
    expect(nodeOf(part, "arn:db")).toMatchObject({ label: "arn:db", parentId: "vpc-1" });
    expect(nodeOf(part, "arn:cache")).toMatchObject({ label: "arn:cache", parentId: "vpc-1" });
  });

  it("draws instances that are there, and routes to them by their interfaces", () => {
    const viaInterface = {
      DestinationCidrBlock: "0.0.0.0/0",
      GatewayId: undefined,
      NetworkInterfaceId: "eni-nat",
    };
    const part = graphOf({
      Vpcs: [aVpc()],
      Subnets: [aSubnet()],
      Reservations: [
        aReservation({ Tags: named("nat"), State: { Name: "stopped" } }),
        aReservation({ InstanceId: "i-gone", State: { Name: "terminated" } }),
        aReservation({ InstanceId: "i-lost", SubnetId: undefined, PrivateIpAddress: undefined }),
        aReservation({ InstanceId: "i-other", VpcId: "vpc-2" }),
      ],
      NetworkInterfaces: [
        aNetworkInterface({ NetworkInterfaceId: "eni-nat", Attachment: { InstanceId: "i-1" } }),
      ],
      RouteTables: [
        table([viaInterface, aRoute({ GatewayId: undefined, NetworkInterfaceId: "eni-unread" })], "subnet-1"),
      ],
    });
    expect(nodeOf(part, "i-1")).toMatchObject({ parentId: "subnet-1", label: "nat", sublabel: "10.0.1.30" });
    expect(nodeOf(part, "i-lost").parentId).toBe("vpc-1");
    expect(part.nodes.filter(({ kind }) => kind === "instance")).toHaveLength(2);
    expect(edgeOf(part, "subnet-1", "i-1").isBroken).toBe(true);
    expect(nodeOf(part, "eni-unread").kind).toBe("network-interface");
  });

  it("draws interfaces that stand alone and counts the others", () => {
    const part = graphOf({
      Vpcs: [aVpc()],
      Subnets: [aSubnet()],
      Reservations: [aReservation()],
      NetworkInterfaces: [
        aNetworkInterface({ NetworkInterfaceId: "eni-elb", Description: "ELB app/web" }),
        aNetworkInterface({ NetworkInterfaceId: "eni-bare", Description: "", PrivateIpAddress: undefined }),
        aLambdaInterface({ NetworkInterfaceId: "eni-lambda" }),
        aNetworkInterface({ NetworkInterfaceId: "eni-nat", InterfaceType: "natGateway" }),
        aNetworkInterface({
          NetworkInterfaceId: "eni-db",
          InterfaceType: undefined,
          Description: "RDSNetworkInterface",
        }),
        aNetworkInterface({ NetworkInterfaceId: "eni-i", Attachment: { InstanceId: "i-1" } }),
        aNetworkInterface({ NetworkInterfaceId: "eni-j", Attachment: { InstanceId: "i-unread" } }),
      ],
    });
    const drawn = part.nodes.filter(({ kind }) => kind === "network-interface");
    expect(drawn.map(({ id, label }) => [id, label])).toEqual([
      ["eni-bare", "eni-bare"],
      ["eni-elb", "ELB app/web"],
      ["eni-j", "eni-j"],
    ]);
    expect(part.omitted).toEqual([
      {
        kind: "network-interface",
        count: 4,
        reason: "of resources that are drawn: counted in their subnets",
      },
    ]);
  });

  it("draws no more than can be read, and says how many it left out", () => {
    const many = Array.from({ length: 70 }, (_, index) => String(index).padStart(2, "0"));
    const part = graphOf({
      Vpcs: [aVpc()],
      Subnets: [aSubnet()],
      Reservations: many.map((index) => aReservation({ InstanceId: `i-${index}` })),
      NetworkInterfaces: many.map((index) => aNetworkInterface({ NetworkInterfaceId: `eni-${index}` })),
    });
    expect(part.omitted).toEqual([
      { kind: "instance", count: 10, reason: "only the first 60 are drawn" },
      { kind: "network-interface", count: 10, reason: "only the first 60 of subnet-1 are listed" },
    ]);
  });
});
