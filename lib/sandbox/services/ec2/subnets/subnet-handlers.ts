import type { HandlerTable } from "../../../handler";
import { deleteSubnet } from "./delete-subnet";
import { describeSubnets } from "./describe-subnets";

/** Operations on subnets. */
export const subnetHandlers = {
  DeleteSubnet: deleteSubnet,
  DescribeSubnets: describeSubnets,
} satisfies HandlerTable;
