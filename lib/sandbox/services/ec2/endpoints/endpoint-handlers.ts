import type { HandlerTable } from "../../../handler";
import { createVpcEndpoint } from "./create-vpc-endpoint";
import { deleteVpcEndpoints } from "./delete-vpc-endpoints";
import { describeVpcEndpointAssociations } from "./describe-vpc-endpoint-associations";
import { describeVpcEndpointServices } from "./describe-vpc-endpoint-services";
import { describeVpcEndpoints } from "./describe-vpc-endpoints";
import { modifyVpcEndpoint } from "./modify-vpc-endpoint";

/** Operations on VPC endpoints. */
export const endpointHandlers = {
  CreateVpcEndpoint: createVpcEndpoint,
  DeleteVpcEndpoints: deleteVpcEndpoints,
  DescribeVpcEndpointAssociations: describeVpcEndpointAssociations,
  DescribeVpcEndpoints: describeVpcEndpoints,
  DescribeVpcEndpointServices: describeVpcEndpointServices,
  ModifyVpcEndpoint: modifyVpcEndpoint,
} satisfies HandlerTable;
