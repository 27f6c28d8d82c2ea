import type {
  CustomerGateway,
  DescribeCustomerGatewaysCommandInput,
  DescribeCustomerGatewaysCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { describeCollection, type Collection } from "../../ec2/describe/describe-collection";
import { pickLiving, required } from "../../ec2-transit/lookup/transit-errors";

const collection: Collection<CustomerGateway> = {
  prefix: "cgw",
  notFoundCode: "InvalidCustomerGatewayID.NotFound",
  notFoundMessage: "The customerGateway ID '{id}' does not exist",
  malformedCode: "InvalidCustomerGatewayId.Malformed",
  list: ({ regionWorld }) => regionWorld.transit.customerGateways,
  idOf: (gateway) => gateway.CustomerGatewayId,
  tagsOf: (gateway) => gateway.Tags,
  filters: {
    "bgp-asn": (gateway) => gateway.BgpAsn,
    "customer-gateway-id": (gateway) => gateway.CustomerGatewayId,
    "ip-address": (gateway) => gateway.IpAddress,
    state: (gateway) => gateway.State,
    type: (gateway) => gateway.Type,
  },
};

export const describeCustomerGateways: Handler<
  DescribeCustomerGatewaysCommandInput,
  Answer<DescribeCustomerGatewaysCommandOutput>
> = (context, input) => ({
  CustomerGateways: describeCollection(context, collection, {
    ids: input.CustomerGatewayIds,
    Filters: input.Filters,
  }).items,
});

/** A customer gateway that is not deleted. Throws InvalidCustomerGatewayID.NotFound. */
export function getCustomerGateway(context: HandlerContext, id: string | undefined): CustomerGateway {
  return pickLiving(
    context.regionWorld.transit.customerGateways,
    required(id, "CustomerGatewayId"),
    collection,
  );
}
