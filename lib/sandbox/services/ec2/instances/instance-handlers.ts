import type { HandlerTable } from "../../../handler";
import { describeInstances } from "./describe-instances";

/** Operations on instances. */
export const instanceHandlers = {
  DescribeInstances: describeInstances,
} satisfies HandlerTable;
