import type {
  DescribeVpnConnectionsCommandInput,
  DescribeVpnConnectionsCommandOutput,
  VpnConnection,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { describeCollection, type Collection } from "../../ec2/describe/describe-collection";
import { pickLiving, required } from "../../ec2-transit/lookup/transit-errors";

/** What filters read of a connection, its customer gateway's number among it. */
type ListedConnection = VpnConnection & { asn?: string | undefined };

const kind = {
  prefix: "vpn",
  notFoundCode: "InvalidVpnConnectionID.NotFound",
  notFoundMessage: "The vpnConnection ID '{id}' does not exist",
  malformedCode: "InvalidVpnConnectionID.Malformed",
  idOf: (connection: VpnConnection) => connection.VpnConnectionId,
};

const collection: Collection<ListedConnection> = {
  ...kind,
  list: ({ regionWorld: { transit } }) =>
    transit.vpnConnections.map((connection) => ({
      ...connection,
      asn: transit.customerGateways.find(
        (gateway) => gateway.CustomerGatewayId === connection.CustomerGatewayId,
      )?.BgpAsn,
    })),
  tagsOf: (connection) => connection.Tags,
  filters: {
    "bgp-asn": (connection) => connection.asn,
    "customer-gateway-configuration": (connection) => connection.CustomerGatewayConfiguration,
    "customer-gateway-id": (connection) => connection.CustomerGatewayId,
    "option.static-routes-only": (connection) => connection.Options?.StaticRoutesOnly,
    "route.destination-cidr-block": (connection) =>
      connection.Routes?.map((route) => route.DestinationCidrBlock) ?? [],
    state: (connection) => connection.State,
    "transit-gateway-id": (connection) => connection.TransitGatewayId,
    type: (connection) => connection.Type,
    "vpn-connection-id": (connection) => connection.VpnConnectionId,
    "vpn-gateway-id": (connection) => connection.VpnGatewayId,
  },
};

export const describeVpnConnections: Handler<
  DescribeVpnConnectionsCommandInput,
  Answer<DescribeVpnConnectionsCommandOutput>
> = (context, input) => ({
  VpnConnections: describeCollection(context, collection, {
    ids: input.VpnConnectionIds,
    Filters: input.Filters,
  }).items,
});

/** A VPN connection that is not deleted. Throws InvalidVpnConnectionID.NotFound. */
export function getVpnConnection(
  { regionWorld }: Pick<HandlerContext, "regionWorld">,
  id: string | undefined,
): VpnConnection {
  return pickLiving(regionWorld.transit.vpnConnections, required(id, "VpnConnectionId"), kind);
}
