import type { HandlerTable } from "../../../handler";
import { describeNetworkAcls } from "./describe-network-acls";

/** Operations on network ACLs. */
export const networkAclHandlers = {
  DescribeNetworkAcls: describeNetworkAcls,
} satisfies HandlerTable;
