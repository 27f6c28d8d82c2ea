import type {
  DescribeVpnGatewaysCommandInput,
  DescribeVpnGatewaysCommandOutput,
  VpnGateway,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { describeCollection, type Collection } from "../../ec2/describe/describe-collection";
import { pickLiving, required } from "../../ec2-transit/lookup/transit-errors";

const collection: Collection<VpnGateway> = {
  prefix: "vgw",
  notFoundCode: "InvalidVpnGatewayID.NotFound",
  notFoundMessage: "The vpnGateway ID '{id}' does not exist",
  malformedCode: "InvalidVpnGatewayID.Malformed",
  list: ({ regionWorld }) => regionWorld.transit.vpnGateways,
  idOf: (gateway) => gateway.VpnGatewayId,
  tagsOf: (gateway) => gateway.Tags,
  filters: {
    "amazon-side-asn": (gateway) => gateway.AmazonSideAsn,
    "attachment.state": (gateway) => gateway.VpcAttachments?.map((attachment) => attachment.State) ?? [],
    "attachment.vpc-id": (gateway) => gateway.VpcAttachments?.map((attachment) => attachment.VpcId) ?? [],
    "availability-zone": (gateway) => gateway.AvailabilityZone,
    state: (gateway) => gateway.State,
    type: (gateway) => gateway.Type,
    "vpn-gateway-id": (gateway) => gateway.VpnGatewayId,
  },
};

export const describeVpnGateways: Handler<
  DescribeVpnGatewaysCommandInput,
  Answer<DescribeVpnGatewaysCommandOutput>
> = (context, input) => ({
  VpnGateways: describeCollection(context, collection, {
    ids: input.VpnGatewayIds,
    Filters: input.Filters,
  }).items,
});

/** A virtual private gateway that is not deleted. Throws InvalidVpnGatewayID.NotFound. */
export function getVpnGateway(context: HandlerContext, id: string | undefined): VpnGateway {
  return pickLiving(context.regionWorld.transit.vpnGateways, required(id, "VpnGatewayId"), collection);
}
