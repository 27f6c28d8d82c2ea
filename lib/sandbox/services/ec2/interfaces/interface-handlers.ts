import type { HandlerTable } from "../../../handler";
import { deleteNetworkInterface } from "./delete-network-interface";
import { describeNetworkInterfaces } from "./describe-network-interfaces";

/** Operations on network interfaces. */
export const interfaceHandlers = {
  DeleteNetworkInterface: deleteNetworkInterface,
  DescribeNetworkInterfaces: describeNetworkInterfaces,
} satisfies HandlerTable;
