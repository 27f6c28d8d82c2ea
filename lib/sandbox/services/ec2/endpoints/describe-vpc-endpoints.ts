import type {
  DescribeVpcEndpointsCommandInput,
  DescribeVpcEndpointsCommandOutput,
  VpcEndpoint,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** VPC endpoints. */
export const vpcEndpointCollection: Collection<VpcEndpoint> = {
  prefix: "vpce",
  notFoundCode: "InvalidVpcEndpointId.NotFound",
  notFoundMessage: "The Vpc Endpoint Id '{id}' does not exist",
  malformedCode: "InvalidVpcEndpointId.Malformed",
  bounds: { min: 1, max: 1000 },
  list: ({ regionWorld }) => regionWorld.vpcEndpoints,
  idOf: (endpoint) => endpoint.VpcEndpointId,
  tagsOf: (endpoint) => endpoint.Tags,
  filters: {
    "ip-address-type": (endpoint) => endpoint.IpAddressType,
    "service-name": (endpoint) => endpoint.ServiceName,
    "vpc-endpoint-id": (endpoint) => endpoint.VpcEndpointId,
    "vpc-endpoint-state": (endpoint) => endpoint.State,
    "vpc-endpoint-type": (endpoint) => endpoint.VpcEndpointType,
    "vpc-id": (endpoint) => endpoint.VpcId,
  },
};

export const describeVpcEndpoints: Handler<
  DescribeVpcEndpointsCommandInput,
  Answer<DescribeVpcEndpointsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, vpcEndpointCollection, {
    ids: input.VpcEndpointIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { VpcEndpoints: items, ...page };
};
