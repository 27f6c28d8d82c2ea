import type {
  DescribeEgressOnlyInternetGatewaysCommandInput,
  DescribeEgressOnlyInternetGatewaysCommandOutput,
  EgressOnlyInternetGateway,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** Egress-only internet gateways. */
export const egressOnlyInternetGatewayCollection: Collection<EgressOnlyInternetGateway> = {
  prefix: "eigw",
  notFoundCode: "InvalidGatewayID.NotFound",
  notFoundMessage: "The eigw ID '{id}' does not exist",
  malformedCode: "InvalidEgressOnlyInternetGatewayId.Malformed",
  list: ({ regionWorld }) => regionWorld.egressOnlyInternetGateways,
  idOf: (gateway) => gateway.EgressOnlyInternetGatewayId,
  tagsOf: (gateway) => gateway.Tags,
  filters: {},
};

export const describeEgressOnlyInternetGateways: Handler<
  DescribeEgressOnlyInternetGatewaysCommandInput,
  Answer<DescribeEgressOnlyInternetGatewaysCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, egressOnlyInternetGatewayCollection, {
    ids: input.EgressOnlyInternetGatewayIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { EgressOnlyInternetGateways: items, ...page };
};
