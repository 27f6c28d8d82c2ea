import type { HandlerTable } from "../../../handler";
import {
  assignPrivateNatGatewayAddress,
  unassignPrivateNatGatewayAddress,
} from "./assign-private-nat-gateway-address";
import { associateNatGatewayAddress } from "./associate-nat-gateway-address";
import { createNatGateway } from "./create-nat-gateway";
import { deleteNatGateway } from "./delete-nat-gateway";
import { describeNatGateways } from "./describe-nat-gateways";
import { disassociateNatGatewayAddress } from "./disassociate-nat-gateway-address";

/** Operations on NAT gateways. */
export const natGatewayHandlers = {
  AssignPrivateNatGatewayAddress: assignPrivateNatGatewayAddress,
  AssociateNatGatewayAddress: associateNatGatewayAddress,
  CreateNatGateway: createNatGateway,
  DeleteNatGateway: deleteNatGateway,
  DescribeNatGateways: describeNatGateways,
  DisassociateNatGatewayAddress: disassociateNatGatewayAddress,
  UnassignPrivateNatGatewayAddress: unassignPrivateNatGatewayAddress,
} satisfies HandlerTable;
