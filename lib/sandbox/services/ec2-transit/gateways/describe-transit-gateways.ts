import type {
  DescribeTransitGatewaysCommandInput,
  DescribeTransitGatewaysCommandOutput,
  TransitGateway,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../../ec2/describe/describe-collection";
import { listGateways } from "../lookup/find-gateway";
import { transitGatewayKind } from "../lookup/transit-errors";

const collection: Collection<TransitGateway> = {
  ...transitGatewayKind,
  list: listGateways,
  idOf: (gateway) => gateway.TransitGatewayId,
  tagsOf: (gateway) => gateway.Tags,
  filters: {
    "options.amazon-side-asn": (gateway) => gateway.Options?.AmazonSideAsn,
    "options.association-default-route-table-id": (gateway) =>
      gateway.Options?.AssociationDefaultRouteTableId,
    "options.auto-accept-shared-attachments": (gateway) => gateway.Options?.AutoAcceptSharedAttachments,
    "options.default-route-table-association": (gateway) => gateway.Options?.DefaultRouteTableAssociation,
    "options.default-route-table-propagation": (gateway) => gateway.Options?.DefaultRouteTablePropagation,
    "options.dns-support": (gateway) => gateway.Options?.DnsSupport,
    "options.propagation-default-route-table-id": (gateway) =>
      gateway.Options?.PropagationDefaultRouteTableId,
    "options.vpn-ecmp-support": (gateway) => gateway.Options?.VpnEcmpSupport,
    "owner-id": (gateway) => gateway.OwnerId,
    state: (gateway) => gateway.State,
    "transit-gateway-id": (gateway) => gateway.TransitGatewayId,
  },
};

/** The account's transit gateways, and those that are shared with it. */
export const describeTransitGateways: Handler<
  DescribeTransitGatewaysCommandInput,
  Answer<DescribeTransitGatewaysCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, collection, {
    ...input,
    ids: input.TransitGatewayIds,
  });
  return { TransitGateways: items, ...page };
};
