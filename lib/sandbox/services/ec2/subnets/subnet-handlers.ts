import type { HandlerTable } from "../../../handler";
import { associateSubnetCidrBlock, disassociateSubnetCidrBlock } from "./associate-subnet-cidr-block";
import { createSubnet } from "./create-subnet";
import { deleteSubnet } from "./delete-subnet";
import { describeSubnets } from "./describe-subnets";
import { modifySubnetAttribute } from "./modify-subnet-attribute";

/** Operations on subnets. */
export const subnetHandlers = {
  AssociateSubnetCidrBlock: associateSubnetCidrBlock,
  CreateSubnet: createSubnet,
  DeleteSubnet: deleteSubnet,
  DescribeSubnets: describeSubnets,
  DisassociateSubnetCidrBlock: disassociateSubnetCidrBlock,
  ModifySubnetAttribute: modifySubnetAttribute,
} satisfies HandlerTable;
