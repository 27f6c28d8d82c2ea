import type { HandlerTable } from "../../../handler";
import { describeNatGateways } from "./describe-nat-gateways";

/** Operations on NAT gateways. */
export const natGatewayHandlers = {
  DescribeNatGateways: describeNatGateways,
} satisfies HandlerTable;
