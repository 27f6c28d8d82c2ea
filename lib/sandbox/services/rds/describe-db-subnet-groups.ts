import type {
  DescribeDBSubnetGroupsCommandInput,
  DescribeDBSubnetGroupsCommandOutput,
} from "@aws-sdk/client-rds";
import { AwsError } from "../../aws-error";
import type { Answer, Handler } from "../../handler";
import { paginateByMarker, RECORDS_MARKER } from "../paginate-by-marker";

/** Subnet groups of databases. */
export const describeDbSubnetGroups: Handler<
  DescribeDBSubnetGroupsCommandInput,
  Answer<DescribeDBSubnetGroupsCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.DBSubnetGroupName;
  const found = regionWorld.dbSubnetGroups.filter(
    (item) => id === undefined || item.DBSubnetGroupName === id.toLowerCase(),
  );
  if (id !== undefined && found.length === 0) {
    throw new AwsError("DBSubnetGroupNotFoundFault", `DB subnet group ${id} does not exist.`, {
      httpStatus: 404,
    });
  }
  const { items, marker } = paginateByMarker(
    found,
    { marker: input.Marker, size: input.MaxRecords },
    RECORDS_MARKER,
  );
  return { DBSubnetGroups: items, Marker: marker };
};
