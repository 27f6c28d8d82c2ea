import type { HandlerTable } from "../../../handler";
import { describeAddresses } from "./describe-addresses";

/** Operations on Elastic IP addresses. */
export const addressHandlers = {
  DescribeAddresses: describeAddresses,
} satisfies HandlerTable;
