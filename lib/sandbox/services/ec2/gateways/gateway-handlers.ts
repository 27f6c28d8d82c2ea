import type { HandlerTable } from "../../../handler";
import { describeEgressOnlyInternetGateways } from "./describe-egress-only-internet-gateways";
import { describeInternetGateways } from "./describe-internet-gateways";

/** Operations on internet gateways, egress-only ones too. */
export const gatewayHandlers = {
  DescribeEgressOnlyInternetGateways: describeEgressOnlyInternetGateways,
  DescribeInternetGateways: describeInternetGateways,
} satisfies HandlerTable;
