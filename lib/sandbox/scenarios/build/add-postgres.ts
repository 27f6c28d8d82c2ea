import { addInterface } from "./add-interface";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import { type Builder, MADE_AT } from "./builder";

export interface StoreSpec {
  name: string;
  subnets: readonly BuiltSubnet[];
  group: BuiltSecurityGroup;
}

/** A piece of host name that AWS makes up for each account and region. */
const HOST_KEY = "c9akciq32wpl";

/** Makes a PostgreSQL instance with its subnet group; it lives in the first of the subnets. */
export function addPostgres(builder: Builder, spec: StoreSpec): void {
  const { regionWorld, ids } = builder;
  const { region } = regionWorld;
  const [home] = spec.subnets;
  if (home === undefined) throw new Error("A database needs a subnet.");
  addInterface(builder, {
    subnet: home,
    groups: [spec.group],
    type: "interface",
    description: "RDSNetworkInterface",
    requesterId: "amazon-rds",
  });
  const subnetGroup = {
    DBSubnetGroupName: `${spec.name}-subnets`,
    DBSubnetGroupDescription: `Subnets of ${spec.name}`,
    DBSubnetGroupArn: `arn:aws:rds:${region}:${regionWorld.accountId}:subgrp:${spec.name}-subnets`,
    VpcId: home.vpcId,
    SubnetGroupStatus: "Complete",
    Subnets: spec.subnets.map((subnet) => ({
      SubnetIdentifier: subnet.subnetId,
      SubnetAvailabilityZone: { Name: subnet.zone },
      SubnetStatus: "Active",
    })),
    SupportedNetworkTypes: ["IPV4"],
  };
  regionWorld.dbSubnetGroups.push(subnetGroup);
  regionWorld.dbInstances.push({
    DBInstanceIdentifier: spec.name,
    DBInstanceArn: `arn:aws:rds:${region}:${regionWorld.accountId}:db:${spec.name}`,
    DbiResourceId: `db-${ids.id("db").slice(-16).toUpperCase()}`,
    DBInstanceClass: "db.t4g.medium",
    DBInstanceStatus: "available",
    DBSecurityGroups: [],
    DbInstancePort: 0,
    DomainMemberships: [],
    Engine: "postgres",
    EngineVersion: "16.4",
    AllocatedStorage: 100,
    IAMDatabaseAuthenticationEnabled: false,
    LatestRestorableTime: MADE_AT,
    LicenseModel: "postgresql-license",
    MasterUsername: "postgres",
    MonitoringInterval: 0,
    OptionGroupMemberships: [{ OptionGroupName: "default:postgres-16", Status: "in-sync" }],
    PendingModifiedValues: {},
    PerformanceInsightsEnabled: false,
    PreferredBackupWindow: "02:14-02:44",
    PreferredMaintenanceWindow: "sun:03:31-sun:04:01",
    ReadReplicaDBInstanceIdentifiers: [],
    StorageEncrypted: true,
    StorageType: "gp3",
    InstanceCreateTime: MADE_AT,
    AvailabilityZone: home.zone,
    MultiAZ: false,
    PubliclyAccessible: false,
    Endpoint: {
      Address: `${spec.name}.${HOST_KEY}.${region}.rds.amazonaws.com`,
      Port: 5432,
      HostedZoneId: "Z29XKXDKYMONMX",
    },
    DBSubnetGroup: subnetGroup,
    VpcSecurityGroups: [{ VpcSecurityGroupId: spec.group.groupId, Status: "active" }],
    NetworkType: "IPV4",
    TagList: [],
  });
}
