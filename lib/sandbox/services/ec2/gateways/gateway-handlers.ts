import type { HandlerTable } from "../../../handler";
import { attachInternetGateway, detachInternetGateway } from "./attach-internet-gateway";
import { createEgressOnlyInternetGateway } from "./create-egress-only-internet-gateway";
import { createInternetGateway } from "./create-internet-gateway";
import { deleteEgressOnlyInternetGateway } from "./delete-egress-only-internet-gateway";
import { deleteInternetGateway } from "./delete-internet-gateway";
import { describeEgressOnlyInternetGateways } from "./describe-egress-only-internet-gateways";
import { describeInternetGateways } from "./describe-internet-gateways";

/** Operations on internet gateways, egress-only ones too. */
export const gatewayHandlers = {
  AttachInternetGateway: attachInternetGateway,
  CreateEgressOnlyInternetGateway: createEgressOnlyInternetGateway,
  CreateInternetGateway: createInternetGateway,
  DeleteEgressOnlyInternetGateway: deleteEgressOnlyInternetGateway,
  DeleteInternetGateway: deleteInternetGateway,
  DescribeEgressOnlyInternetGateways: describeEgressOnlyInternetGateways,
  DescribeInternetGateways: describeInternetGateways,
  DetachInternetGateway: detachInternetGateway,
} satisfies HandlerTable;
