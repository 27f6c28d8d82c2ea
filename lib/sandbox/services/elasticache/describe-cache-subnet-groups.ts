import type {
  DescribeCacheSubnetGroupsCommandInput,
  DescribeCacheSubnetGroupsCommandOutput,
} from "@aws-sdk/client-elasticache";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { paginateByMarker, RECORDS_MARKER } from "../paginate-by-marker";

/** Subnet groups of caches. */
export const describeCacheSubnetGroups: Handler<
  DescribeCacheSubnetGroupsCommandInput,
  Answer<DescribeCacheSubnetGroupsCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.CacheSubnetGroupName;
  const found = regionWorld.cacheSubnetGroups.filter(
    (item) => id === undefined || item.CacheSubnetGroupName === id.toLowerCase(),
  );
  if (id !== undefined && found.length === 0) {
    throw new AwsError("CacheSubnetGroupNotFoundFault", `Cache Subnet Group ${id} does not exist.`, {
      httpStatus: 400,
    });
  }
  const { items, marker } = paginateByMarker(
    found,
    { marker: input.Marker, size: input.MaxRecords },
    RECORDS_MARKER,
  );
  return { CacheSubnetGroups: items, Marker: marker };
};
