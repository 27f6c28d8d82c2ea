import type { HandlerTable } from "../../../handler";
import { describeVpcEndpoints } from "./describe-vpc-endpoints";

/** Operations on VPC endpoints. */
export const endpointHandlers = {
  DescribeVpcEndpoints: describeVpcEndpoints,
} satisfies HandlerTable;
