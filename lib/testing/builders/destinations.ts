import type { Resource } from "@/lib/core/network/network";
import { ACCOUNT_ID, REGION } from "./snapshot";

export function aDbInstance(overrides: Resource<"DBInstances"> = {}): Resource<"DBInstances"> {
  const { DBInstanceIdentifier = "orders-db" } = overrides;
  return {
    DBInstanceIdentifier,
    DBInstanceArn: `arn:aws:rds:${REGION}:${ACCOUNT_ID}:db:${DBInstanceIdentifier}`,
    DBInstanceStatus: "available",
    Engine: "postgres",
    EngineVersion: "16.4",
    AvailabilityZone: `${REGION}a`,
    Endpoint: { Address: `${DBInstanceIdentifier}.example`, Port: 5432 },
    DBSubnetGroup: {
      DBSubnetGroupName: "data",
      VpcId: "vpc-1",
      Subnets: [{ SubnetIdentifier: "subnet-1", SubnetAvailabilityZone: { Name: `${REGION}a` } }],
    },
    VpcSecurityGroups: [{ VpcSecurityGroupId: "sg-1", Status: "active" }],
    ...overrides,
  };
}

export function aCacheCluster(overrides: Resource<"CacheClusters"> = {}): Resource<"CacheClusters"> {
  const { CacheClusterId = "sessions" } = overrides;
  return {
    CacheClusterId,
    ARN: `arn:aws:elasticache:${REGION}:${ACCOUNT_ID}:cluster:${CacheClusterId}`,
    CacheClusterStatus: "available",
    Engine: "redis",
    EngineVersion: "7.1",
    CacheSubnetGroupName: "cache",
    PreferredAvailabilityZone: `${REGION}a`,
    ...overrides,
  };
}

export function aCacheSubnetGroup(
  overrides: Resource<"CacheSubnetGroups"> = {},
): Resource<"CacheSubnetGroups"> {
  return {
    CacheSubnetGroupName: "cache",
    VpcId: "vpc-1",
    Subnets: [{ SubnetIdentifier: "subnet-1", SubnetAvailabilityZone: { Name: `${REGION}a` } }],
    ...overrides,
  };
}

/** One reservation of one running instance. */
export function aReservation(
  instance: NonNullable<Resource<"Reservations">["Instances"]>[number] = {},
): Resource<"Reservations"> {
  const { InstanceId = "i-1" } = instance;
  return {
    ReservationId: `r-${InstanceId}`,
    OwnerId: ACCOUNT_ID,
    Instances: [
      {
        InstanceId,
        InstanceType: "t4g.small",
        State: { Code: 16, Name: "running" },
        VpcId: "vpc-1",
        SubnetId: "subnet-1",
        PrivateIpAddress: "10.0.1.30",
        Placement: { AvailabilityZone: `${REGION}a` },
        ...instance,
      },
    ],
  };
}
