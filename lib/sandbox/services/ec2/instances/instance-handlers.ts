import type { HandlerTable } from "../../../handler";
import { startInstances, stopInstances, terminateInstances } from "./change-instance-states";
import { describeInstanceStatus } from "./describe-instance-status";
import { describeInstances } from "./describe-instances";
import { modifyInstanceAttribute } from "./modify-instance-attribute";
import { runInstances } from "./run-instances";

/** Operations on instances. */
export const instanceHandlers = {
  DescribeInstances: describeInstances,
  DescribeInstanceStatus: describeInstanceStatus,
  ModifyInstanceAttribute: modifyInstanceAttribute,
  RunInstances: runInstances,
  StartInstances: startInstances,
  StopInstances: stopInstances,
  TerminateInstances: terminateInstances,
} satisfies HandlerTable;
