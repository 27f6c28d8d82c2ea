import type {
  DBInstance,
  DescribeDBInstancesCommandInput,
  DescribeDBInstancesCommandOutput,
} from "@aws-sdk/client-rds";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { paginateByMarker, RECORDS_MARKER } from "../paginate-by-marker";
import { isMeant, passRdsFilters, type RdsFilterTable } from "./rds-filters";

/** The five filters of DescribeDBInstances. */
const FILTERS: RdsFilterTable<DBInstance> = {
  "db-cluster-id": (item) => [
    item.DBClusterIdentifier,
    item.DBInstanceArn?.replace(/:db:.*$/, `:cluster:${item.DBClusterIdentifier ?? ""}`),
  ],
  "db-instance-id": (item) => [item.DBInstanceIdentifier, item.DBInstanceArn],
  "dbi-resource-id": (item) => [item.DbiResourceId],
  domain: (item) => (item.DomainMemberships ?? []).map((membership) => membership.Domain),
  engine: (item) => [item.Engine],
};

/** Database instances. */
export const describeDbInstances: Handler<
  DescribeDBInstancesCommandInput,
  Answer<DescribeDBInstancesCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.DBInstanceIdentifier;
  const found = regionWorld.dbInstances.filter(
    (item) => id === undefined || isMeant(id, item.DBInstanceIdentifier, item.DBInstanceArn),
  );
  if (id !== undefined && found.length === 0) {
    throw new AwsError("DBInstanceNotFound", `DBInstance ${id} not found.`, { httpStatus: 404 });
  }
  const { items, marker } = paginateByMarker(
    passRdsFilters(found, input.Filters, FILTERS),
    { marker: input.Marker, size: input.MaxRecords },
    RECORDS_MARKER,
  );
  return { DBInstances: items, Marker: marker };
};
