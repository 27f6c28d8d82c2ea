import type { HandlerTable } from "../../../handler";
import { describeRouteTables } from "./describe-route-tables";

/** Operations on route tables and their routes. */
export const routeHandlers = {
  DescribeRouteTables: describeRouteTables,
} satisfies HandlerTable;
