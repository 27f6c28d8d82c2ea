import type {
  DBCluster,
  DescribeDBClustersCommandInput,
  DescribeDBClustersCommandOutput,
} from "@aws-sdk/client-rds";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { paginateByMarker, RECORDS_MARKER } from "../paginate-by-marker";
import { isMeant, passRdsFilters, type RdsFilterTable } from "./rds-filters";

/** The five filters of DescribeDBClusters. */
const FILTERS: RdsFilterTable<DBCluster> = {
  "clone-group-id": (item) => [item.CloneGroupId],
  "db-cluster-id": (item) => [item.DBClusterIdentifier, item.DBClusterArn],
  "db-cluster-resource-id": (item) => [item.DbClusterResourceId],
  domain: (item) => (item.DomainMemberships ?? []).map((membership) => membership.Domain),
  engine: (item) => [item.Engine],
};

/** Aurora and Multi-AZ clusters. */
export const describeDbClusters: Handler<
  DescribeDBClustersCommandInput,
  Answer<DescribeDBClustersCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.DBClusterIdentifier;
  const found = regionWorld.dbClusters.filter(
    (item) => id === undefined || isMeant(id, item.DBClusterIdentifier, item.DBClusterArn),
  );
  if (id !== undefined && found.length === 0) {
    throw new AwsError("DBClusterNotFoundFault", `DBCluster ${id} not found.`, { httpStatus: 404 });
  }
  const { items, marker } = paginateByMarker(
    passRdsFilters(found, input.Filters, FILTERS),
    { marker: input.Marker, size: input.MaxRecords },
    RECORDS_MARKER,
  );
  return { DBClusters: items, Marker: marker };
};
