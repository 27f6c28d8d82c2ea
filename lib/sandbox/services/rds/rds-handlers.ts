import type { HandlerTable } from "../../handler";
import { describeDbClusters } from "./describe-db-clusters";
import { describeDbInstances } from "./describe-db-instances";
import { describeDbSubnetGroups } from "./describe-db-subnet-groups";

/** The RDS operations that the sandbox knows. */
export const rdsHandlers = {
  DescribeDBClusters: describeDbClusters,
  DescribeDBInstances: describeDbInstances,
  DescribeDBSubnetGroups: describeDbSubnetGroups,
} satisfies HandlerTable;
