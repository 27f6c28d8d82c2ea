import type {
  DBInstance,
  Filter,
  DescribeDBInstancesCommandInput,
  DescribeDBInstancesCommandOutput,
} from "@aws-sdk/client-rds";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { paginateByMarker, RECORDS_MARKER } from "../paginate-by-marker";

const FILTERS: Readonly<Record<string, (instance: DBInstance) => string | undefined>> = {
  "db-instance-id": (instance) => instance.DBInstanceIdentifier,
  "dbi-resource-id": (instance) => instance.DbiResourceId,
  engine: (instance) => instance.Engine,
};

function passes(instance: DBInstance, filters: readonly Filter[]): boolean {
  return filters.every((filter) => {
    const name = filter.Name ?? "";
    const read = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
    if (read === undefined) throw new AwsError("InvalidParameterValue", `Unrecognized filter name: ${name}`);
    return filter.Values?.includes(read(instance) ?? "") === true;
  });
}

/** Database instances. */
export const describeDbInstances: Handler<
  DescribeDBInstancesCommandInput,
  Answer<DescribeDBInstancesCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.DBInstanceIdentifier;
  const found = regionWorld.dbInstances.filter(
    (item) => id === undefined || item.DBInstanceIdentifier === id.toLowerCase(),
  );
  if (id !== undefined && found.length === 0) {
    throw new AwsError("DBInstanceNotFound", `DBInstance ${id} not found.`, { httpStatus: 404 });
  }
  const { items, marker } = paginateByMarker(
    found.filter((item) => passes(item, input.Filters ?? [])),
    { marker: input.Marker, size: input.MaxRecords },
    RECORDS_MARKER,
  );
  return { DBInstances: items, Marker: marker };
};
