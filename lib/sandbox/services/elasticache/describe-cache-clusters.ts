import type {
  CacheCluster,
  DescribeCacheClustersCommandInput,
  DescribeCacheClustersCommandOutput,
} from "@aws-sdk/client-elasticache";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { paginateByMarker, RECORDS_MARKER } from "../paginate-by-marker";

function withoutNodes(cluster: CacheCluster): CacheCluster {
  const rest = { ...cluster };
  delete rest.CacheNodes;
  return rest;
}

/** Cache clusters; their nodes, and so their endpoints, only with `ShowCacheNodeInfo`. */
export const describeCacheClusters: Handler<
  DescribeCacheClustersCommandInput,
  Answer<DescribeCacheClustersCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.CacheClusterId;
  const found = regionWorld.cacheClusters.filter(
    (item) => id === undefined || item.CacheClusterId === id.toLowerCase(),
  );
  if (id !== undefined && found.length === 0) {
    throw new AwsError("CacheClusterNotFound", `CacheCluster not found: ${id}`, { httpStatus: 404 });
  }
  const { items, marker } = paginateByMarker(
    input.ShowCacheClustersNotInReplicationGroups === true
      ? found.filter((item) => item.ReplicationGroupId === undefined)
      : found,
    { marker: input.Marker, size: input.MaxRecords },
    RECORDS_MARKER,
  );
  return {
    CacheClusters: input.ShowCacheNodeInfo === true ? items : items.map(withoutNodes),
    Marker: marker,
  };
};
