import type {
  DescribeVpcEndpointsCommandInput,
  DescribeVpcEndpointsCommandOutput,
  VpcEndpoint,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { vpcEndpointIds } from "./endpoint-ids";

/** VPC endpoints. */
export const vpcEndpointCollection: Collection<VpcEndpoint> = {
  ...vpcEndpointIds,
  list: ({ regionWorld }) => regionWorld.vpcEndpoints,
  idOf: (endpoint) => endpoint.VpcEndpointId,
  tagsOf: (endpoint) => endpoint.Tags,
  filters: {
    "ip-address-type": (endpoint) => endpoint.IpAddressType,
    "service-name": (endpoint) => endpoint.ServiceName,
    "service-region": (endpoint) => endpoint.ServiceRegion,
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
