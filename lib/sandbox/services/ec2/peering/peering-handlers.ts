import type { HandlerTable } from "../../../handler";
import { describeVpcPeeringConnections } from "./describe-vpc-peering-connections";

/** Operations on VPC peering connections. */
export const peeringHandlers = {
  DescribeVpcPeeringConnections: describeVpcPeeringConnections,
} satisfies HandlerTable;
