import type {
  CreateVpnConnectionCommandInput,
  CreateVpnConnectionCommandOutput,
  CustomerGateway,
  VpnConnection,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { specifiedTags } from "../../ec2/requests/specified-tags";
import { getOwnGateway } from "../../ec2-transit/lookup/find-gateway";
import { scheduleTransit } from "../../ec2-transit/lookup/schedule-transit";
import { requireState } from "../../ec2-transit/lookup/transit-errors";
import { checkVpnType } from "../check-vpn-type";
import { getCustomerGateway } from "../customer-gateways/describe-customer-gateways";
import { getVpnGateway } from "../gateways/describe-vpn-gateways";
import { checkTunnels, describeConfiguration, makeTelemetry, makeTunnels } from "./make-tunnels";

/** "A few minutes" in the VPN user guide. */
const BUILD_SECONDS = 180;

/** The AWS side: a virtual private gateway, a transit gateway, or nothing yet. */
function checkNearEnd(context: HandlerContext, input: CreateVpnConnectionCommandInput): void {
  if (input.VpnGatewayId !== undefined && input.TransitGatewayId !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "The parameters VpnGatewayId and TransitGatewayId cannot be used together.",
    );
  }
  if (input.VpnGatewayId !== undefined) getVpnGateway(context, input.VpnGatewayId);
  if (input.TransitGatewayId !== undefined) {
    const gateway = getOwnGateway(context, input.TransitGatewayId);
    requireState(input.TransitGatewayId, gateway.State, ["available"]);
  } else if (input.Options?.EnableAcceleration === true) {
    throw new AwsError("InvalidParameterCombination", "EnableAcceleration needs a transit gateway.");
  }
}

function toConnection(
  { ids, clock }: HandlerContext,
  input: CreateVpnConnectionCommandInput,
  customerGateway: CustomerGateway,
): VpnConnection {
  const VpnConnectionId = ids.id("vpn");
  const asked = input.Options ?? {};
  const TunnelOptions = makeTunnels(VpnConnectionId, asked.TunnelOptions ?? []);
  const CustomerGatewayId = customerGateway.CustomerGatewayId ?? "";
  const address = customerGateway.IpAddress ?? "";
  const gatewayId = input.VpnGatewayId ?? input.TransitGatewayId;
  return {
    VpnConnectionId,
    State: "pending",
    Type: "ipsec.1",
    Category: "VPN",
    CustomerGatewayId,
    ...(input.VpnGatewayId === undefined ? {} : { VpnGatewayId: input.VpnGatewayId }),
    ...(input.TransitGatewayId === undefined ? {} : { TransitGatewayId: input.TransitGatewayId }),
    GatewayAssociationState: gatewayId === undefined ? "not-associated" : "associated",
    CustomerGatewayConfiguration: describeConfiguration(
      { vpnConnectionId: VpnConnectionId, customerGatewayId: CustomerGatewayId, gatewayId, address },
      TunnelOptions,
    ),
    Options: {
      EnableAcceleration: asked.EnableAcceleration ?? false,
      StaticRoutesOnly: asked.StaticRoutesOnly ?? false,
      LocalIpv4NetworkCidr: asked.LocalIpv4NetworkCidr ?? "0.0.0.0/0",
      RemoteIpv4NetworkCidr: asked.RemoteIpv4NetworkCidr ?? "0.0.0.0/0",
      OutsideIpAddressType: asked.OutsideIpAddressType ?? "PublicIpv4",
      TunnelInsideIpVersion: asked.TunnelInsideIpVersion ?? "ipv4",
      TunnelOptions,
    },
    Routes: [],
    VgwTelemetry: makeTelemetry(TunnelOptions, clock.now()),
  };
}

/** Makes a connection, its tunnels down: no device calls until somebody sets one up. */
export const createVpnConnection: Handler<
  CreateVpnConnectionCommandInput,
  Answer<CreateVpnConnectionCommandOutput>
> = (context, input) => {
  const { transit } = context.regionWorld;
  checkVpnType(input.Type);
  const customerGateway = getCustomerGateway(context, input.CustomerGatewayId);
  checkNearEnd(context, input);
  checkTunnels(input.Options?.TunnelOptions ?? []);
  const Tags = specifiedTags(input.TagSpecifications, "vpn-connection");
  // Idempotent by nature ("CreateVpnConnection" of the reference): the ends and the routing decide.
  const same = transit.vpnConnections.find(
    (other) =>
      other.State !== "deleted" &&
      other.State !== "deleting" &&
      other.CustomerGatewayId === input.CustomerGatewayId &&
      other.VpnGatewayId === input.VpnGatewayId &&
      other.TransitGatewayId === input.TransitGatewayId &&
      other.Options?.StaticRoutesOnly === (input.Options?.StaticRoutesOnly ?? false),
  );
  if (same !== undefined) return { VpnConnection: same };
  const connection = { ...toConnection(context, input, customerGateway), Tags };
  const id = connection.VpnConnectionId ?? "";
  transit.vpnConnections.push(connection);
  if (input.TransitGatewayId !== undefined) {
    transit.vpnAttachments.push({
      attachmentId: context.ids.id("tgw-attach"),
      transitGatewayId: input.TransitGatewayId,
      vpnConnectionId: id,
      state: "pending",
      createdAt: new Date(context.clock.now()),
      Tags: [],
    });
  }
  scheduleTransit(context, { kind: "vpn-connection-available", subject: id, seconds: BUILD_SECONDS });
  return { VpnConnection: connection };
};
