import type {
  DescribeNatGatewaysCommandInput,
  DescribeNatGatewaysCommandOutput,
  NatGateway,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** NAT gateways. The parameter is `Filter`, unlike everywhere else. */
export const natGatewayCollection: Collection<NatGateway> = {
  prefix: "nat",
  notFoundCode: "NatGatewayNotFound",
  notFoundMessage: "NatGateway {id} was not found",
  malformedCode: "NatGatewayMalformed",
  list: ({ regionWorld }) => regionWorld.natGateways,
  idOf: (gateway) => gateway.NatGatewayId,
  tagsOf: (gateway) => gateway.Tags,
  filters: {
    "nat-gateway-id": (gateway) => gateway.NatGatewayId,
    state: (gateway) => gateway.State,
    "subnet-id": (gateway) => gateway.SubnetId,
    "vpc-id": (gateway) => gateway.VpcId,
  },
};

export const describeNatGateways: Handler<
  DescribeNatGatewaysCommandInput,
  Answer<DescribeNatGatewaysCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, natGatewayCollection, {
    ids: input.NatGatewayIds,
    Filters: input.Filter,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { NatGateways: items, ...page };
};
