import type { RouteTable } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";

/** The error for a target or a subnet of another VPC than the table's. */
export function differentNetworks(table: RouteTable, noun: string, id: string): AwsError {
  return new AwsError(
    "InvalidParameterValue",
    `route table ${table.RouteTableId ?? ""} and ${noun} ${id} belong to different networks`,
  );
}
