import type { HandlerTable } from "../../../handler";
import { associateVpcCidrBlock } from "./associate-vpc-cidr-block";
import { createDefaultSubnet, createDefaultVpc } from "./create-default-vpc";
import { createVpc } from "./create-vpc";
import { deleteVpc } from "./delete-vpc";
import { describeVpcAttribute } from "./describe-vpc-attribute";
import { describeVpcs } from "./describe-vpcs";
import { disassociateVpcCidrBlock } from "./disassociate-vpc-cidr-block";
import { modifyVpcAttribute } from "./modify-vpc-attribute";
import { modifyVpcTenancy } from "./modify-vpc-tenancy";

/** Operations on VPCs. */
export const vpcHandlers = {
  AssociateVpcCidrBlock: associateVpcCidrBlock,
  CreateDefaultSubnet: createDefaultSubnet,
  CreateDefaultVpc: createDefaultVpc,
  CreateVpc: createVpc,
  DeleteVpc: deleteVpc,
  DescribeVpcAttribute: describeVpcAttribute,
  DescribeVpcs: describeVpcs,
  DisassociateVpcCidrBlock: disassociateVpcCidrBlock,
  ModifyVpcAttribute: modifyVpcAttribute,
  ModifyVpcTenancy: modifyVpcTenancy,
} satisfies HandlerTable;
