import type { HandlerTable } from "../../handler";
import { describeCacheClusters } from "./describe-cache-clusters";
import { describeCacheSubnetGroups } from "./describe-cache-subnet-groups";
import { describeReplicationGroups } from "./describe-replication-groups";

/** The ElastiCache operations that the sandbox knows. */
export const elasticacheHandlers = {
  DescribeCacheClusters: describeCacheClusters,
  DescribeCacheSubnetGroups: describeCacheSubnetGroups,
  DescribeReplicationGroups: describeReplicationGroups,
} satisfies HandlerTable;
