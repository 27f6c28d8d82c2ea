import type { VpcAttachment } from "@aws-sdk/client-ec2";
import type { SettleContext, Settlers } from "../../world/settle-world";
import type { ScheduledEvent } from "../../world/world";
import { linkToDefaultTables, unlinkFromTables } from "../ec2-transit/attachments/link-to-default-tables";
import { scheduleForgetting } from "../ec2-transit/lookup/schedule-transit";
import { refreshVpcRoutes } from "../ec2-transit/routes/refresh-vpc-routes";

function findAttachment({ regionWorld }: SettleContext, event: ScheduledEvent): VpcAttachment | undefined {
  return regionWorld.transit.vpnGateways.find((gateway) => gateway.VpnGatewayId === event.subject)
    ?.VpcAttachments?.[0];
}

/** What happens by itself to VPN connections and virtual private gateways. */
export const vpnSettlers: Settlers = {
  "vpn-gateway-attached": (context, event) => {
    const attachment = findAttachment(context, event);
    if (attachment?.State !== "attaching") return;
    attachment.State = "attached";
    refreshVpcRoutes(context.regionWorld);
  },
  "vpn-gateway-detached": (context, event) => {
    const attachment = findAttachment(context, event);
    if (attachment?.State !== "detaching") return;
    attachment.State = "detached";
    refreshVpcRoutes(context.regionWorld);
  },
  "vpn-connection-available": (context, event) => {
    const { transit } = context.regionWorld;
    const connection = transit.vpnConnections.find((other) => other.VpnConnectionId === event.subject);
    if (connection?.State !== "pending") return;
    connection.State = "available";
    const attachment = transit.vpnAttachments.find((other) => other.vpnConnectionId === event.subject);
    if (attachment !== undefined) {
      attachment.state = "available";
      const { attachmentId: id, transitGatewayId: gatewayId } = attachment;
      linkToDefaultTables(context, { id, gatewayId, propagates: true });
    }
    refreshVpcRoutes(context.regionWorld);
  },
  "vpn-connection-deleted": (context, event) => {
    const { transit } = context.regionWorld;
    const connection = transit.vpnConnections.find((other) => other.VpnConnectionId === event.subject);
    if (connection?.State !== "deleting") return;
    connection.State = "deleted";
    delete connection.CustomerGatewayConfiguration;
    const attachment = transit.vpnAttachments.find((other) => other.vpnConnectionId === event.subject);
    if (attachment !== undefined) {
      attachment.state = "deleted";
      unlinkFromTables(context, attachment.attachmentId);
    }
    refreshVpcRoutes(context.regionWorld);
    scheduleForgetting(context, event.subject);
  },
  "vpn-route-available": ({ regionWorld }, event) => {
    const connection = regionWorld.transit.vpnConnections.find(
      (other) => other.VpnConnectionId === event.subject,
    );
    for (const route of connection?.Routes ?? []) if (route.State === "pending") route.State = "available";
    refreshVpcRoutes(regionWorld);
  },
};
