import type { Route } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import { isCarrying } from "../attachments/attachment-states";

/**
 * Whether a VPC is attached to the transit gateway that a route of it names, or the virtual private gateway to the VPC;
 * undefined for a route to anything else. Without it AWS refuses the route, or lets it drop what it matches.
 */
export function isRouteTargetAttached(
  { transit }: RegionWorld,
  vpcId: string | undefined,
  { TransitGatewayId: gatewayId, GatewayId: target }: Pick<Route, "TransitGatewayId" | "GatewayId">,
): boolean | undefined {
  if (gatewayId !== undefined) {
    return transit.vpcAttachments.some(
      (attachment) =>
        attachment.VpcId === vpcId &&
        attachment.TransitGatewayId === gatewayId &&
        isCarrying(attachment.State),
    );
  }
  if (target?.startsWith("vgw-") !== true) return undefined;
  return transit.vpnGateways.some(
    (gateway) =>
      gateway.VpnGatewayId === target &&
      (gateway.VpcAttachments ?? []).some(
        (attachment) => attachment.VpcId === vpcId && attachment.State === "attached",
      ),
  );
}
