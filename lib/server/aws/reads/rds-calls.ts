import {
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  DescribeDBSubnetGroupsCommand,
} from "@aws-sdk/client-rds";
import { sendOptions } from "../send-options";
import { regionCall, type AnyRegionCall } from "./region-call";

/** Databases, as targets. `MaxRecords` is at most 100 (RDS API reference). */
export const rdsCalls: readonly AnyRegionCall[] = [
  regionCall("rds", "DescribeDBInstances", "DBInstances", async (scope, Marker) => {
    const command = new DescribeDBInstancesCommand({ MaxRecords: 100, Marker });
    const page = await scope.aws.rds(scope.region).send(command, sendOptions(scope));
    return { items: page.DBInstances, nextToken: page.Marker };
  }),
  regionCall("rds", "DescribeDBSubnetGroups", "DBSubnetGroups", async (scope, Marker) => {
    const command = new DescribeDBSubnetGroupsCommand({ MaxRecords: 100, Marker });
    const page = await scope.aws.rds(scope.region).send(command, sendOptions(scope));
    return { items: page.DBSubnetGroups, nextToken: page.Marker };
  }),
  regionCall("rds", "DescribeDBClusters", "DBClusters", async (scope, Marker) => {
    const command = new DescribeDBClustersCommand({ MaxRecords: 100, Marker });
    const page = await scope.aws.rds(scope.region).send(command, sendOptions(scope));
    return { items: page.DBClusters, nextToken: page.Marker };
  }),
];
