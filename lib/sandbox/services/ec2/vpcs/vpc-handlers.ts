import type { HandlerTable } from "../../../handler";
import { describeVpcAttribute } from "./describe-vpc-attribute";
import { describeVpcs } from "./describe-vpcs";

/** Operations on VPCs. */
export const vpcHandlers = {
  DescribeVpcAttribute: describeVpcAttribute,
  DescribeVpcs: describeVpcs,
} satisfies HandlerTable;
