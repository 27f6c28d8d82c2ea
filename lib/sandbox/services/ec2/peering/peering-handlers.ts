import type { HandlerTable } from "../../../handler";
import {
  acceptVpcPeeringConnection,
  deleteVpcPeeringConnection,
  rejectVpcPeeringConnection,
} from "./answer-vpc-peering-connection";
import { createVpcPeeringConnection } from "./create-vpc-peering-connection";
import { describeVpcPeeringConnections } from "./describe-vpc-peering-connections";
import { modifyVpcPeeringConnectionOptions } from "./modify-vpc-peering-connection-options";

/** Operations on VPC peering connections. */
export const peeringHandlers = {
  AcceptVpcPeeringConnection: acceptVpcPeeringConnection,
  CreateVpcPeeringConnection: createVpcPeeringConnection,
  DeleteVpcPeeringConnection: deleteVpcPeeringConnection,
  DescribeVpcPeeringConnections: describeVpcPeeringConnections,
  ModifyVpcPeeringConnectionOptions: modifyVpcPeeringConnectionOptions,
  RejectVpcPeeringConnection: rejectVpcPeeringConnection,
} satisfies HandlerTable;
