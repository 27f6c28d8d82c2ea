import type {
  DescribeReplicationGroupsCommandInput,
  DescribeReplicationGroupsCommandOutput,
} from "@aws-sdk/client-elasticache";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { paginateByMarker, RECORDS_MARKER } from "../paginate-by-marker";

/** Replication groups: the names by which clients reach a primary and its replicas. */
export const describeReplicationGroups: Handler<
  DescribeReplicationGroupsCommandInput,
  Answer<DescribeReplicationGroupsCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.ReplicationGroupId;
  const found = regionWorld.replicationGroups.filter(
    (item) => id === undefined || item.ReplicationGroupId === id.toLowerCase(),
  );
  if (id !== undefined && found.length === 0) {
    throw new AwsError("ReplicationGroupNotFoundFault", `ReplicationGroup ${id} not found.`, {
      httpStatus: 404,
    });
  }
  const { items, marker } = paginateByMarker(
    found,
    { marker: input.Marker, size: input.MaxRecords },
    RECORDS_MARKER,
  );
  return { ReplicationGroups: items, Marker: marker };
};
