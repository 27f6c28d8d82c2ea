import type {
  DescribeInternetGatewaysCommandInput,
  DescribeInternetGatewaysCommandOutput,
  InternetGateway,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** Internet gateways. */
export const internetGatewayCollection: Collection<InternetGateway> = {
  prefix: "igw",
  notFoundCode: "InvalidInternetGatewayID.NotFound",
  notFoundMessage: "The internetGateway ID '{id}' does not exist",
  malformedCode: "InvalidInternetGatewayId.Malformed",
  list: ({ regionWorld }) => regionWorld.internetGateways,
  idOf: (gateway) => gateway.InternetGatewayId,
  tagsOf: (gateway) => gateway.Tags,
  filters: {
    "attachment.state": (gateway) => gateway.Attachments?.map((attachment) => attachment.State) ?? [],
    "attachment.vpc-id": (gateway) => gateway.Attachments?.map((attachment) => attachment.VpcId) ?? [],
    "internet-gateway-id": (gateway) => gateway.InternetGatewayId,
    "owner-id": (gateway) => gateway.OwnerId,
  },
};

export const describeInternetGateways: Handler<
  DescribeInternetGatewaysCommandInput,
  Answer<DescribeInternetGatewaysCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, internetGatewayCollection, {
    ids: input.InternetGatewayIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { InternetGateways: items, ...page };
};
