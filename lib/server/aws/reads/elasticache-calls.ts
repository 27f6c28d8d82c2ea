import {
  DescribeCacheClustersCommand,
  DescribeCacheSubnetGroupsCommand,
  DescribeReplicationGroupsCommand,
} from "@aws-sdk/client-elasticache";
import { sendOptions } from "../send-options";
import { regionCall, type AnyRegionCall } from "./region-call";

/** Caches, as targets. `MaxRecords` is at most 100 (ElastiCache API reference). */
export const elasticacheCalls: readonly AnyRegionCall[] = [
  regionCall("elasticache", "DescribeCacheClusters", "CacheClusters", async (scope, Marker) => {
    const command = new DescribeCacheClustersCommand({ MaxRecords: 100, ShowCacheNodeInfo: true, Marker });
    const page = await scope.aws.elasticache(scope.region).send(command, sendOptions(scope));
    return { items: page.CacheClusters, nextToken: page.Marker };
  }),
  regionCall("elasticache", "DescribeCacheSubnetGroups", "CacheSubnetGroups", async (scope, Marker) => {
    const command = new DescribeCacheSubnetGroupsCommand({ MaxRecords: 100, Marker });
    const page = await scope.aws.elasticache(scope.region).send(command, sendOptions(scope));
    return { items: page.CacheSubnetGroups, nextToken: page.Marker };
  }),
  regionCall("elasticache", "DescribeReplicationGroups", "ReplicationGroups", async (scope, Marker) => {
    const command = new DescribeReplicationGroupsCommand({ MaxRecords: 100, Marker });
    const page = await scope.aws.elasticache(scope.region).send(command, sendOptions(scope));
    return { items: page.ReplicationGroups, nextToken: page.Marker };
  }),
];
