import type {
  DescribeVpcEndpointsCommandInput,
  DescribeVpcEndpointsCommandOutput,
  VpcEndpoint,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { describeCollection, type Collection } from "../describe/describe-collection";
import { vpcEndpointIds } from "./endpoint-ids";

/** Gateway endpoints with the route tables that lead to them: a table that is deleted takes its routes along. */
function listVpcEndpoints({ vpcEndpoints, routeTables }: RegionWorld): VpcEndpoint[] {
  const leading = new Map<string, string[]>();
  for (const { RouteTableId: tableId = "", Routes: routes } of routeTables) {
    for (const { GatewayId: gatewayId = "", DestinationPrefixListId: listId } of routes ?? []) {
      if (listId !== undefined) leading.set(gatewayId, [...(leading.get(gatewayId) ?? []), tableId]);
    }
  }
  return vpcEndpoints.map((endpoint) =>
    endpoint.VpcEndpointType === "Gateway"
      ? { ...endpoint, RouteTableIds: leading.get(endpoint.VpcEndpointId ?? "") ?? [] }
      : endpoint,
  );
}

/** VPC endpoints. */
export const vpcEndpointCollection: Collection<VpcEndpoint> = {
  ...vpcEndpointIds,
  list: ({ regionWorld }) => listVpcEndpoints(regionWorld),
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
