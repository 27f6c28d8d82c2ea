import { checkEncryptionControl } from "../gates/encryption-control";
import { addHop, block, leaveKnown, note, type Place, type Walk, type WalkEnd } from "../walk";

/**
 * Out to a data centre by VPN or Direct Connect. What lies behind is not known. A VPN that is down says nothing for
 * certain, since Direct Connect may use the same gateway and is not read.
 */
export function toVpnGateway(walk: Walk, place: Place, vpnGatewayId: string): WalkEnd {
  const { network } = walk.index;
  addHop(walk, "vpn-gateway", vpnGatewayId);
  checkEncryptionControl(walk, place.vpcId, "VirtualPrivateGateway", vpnGatewayId);
  const gateway = network.vpnGateways.get(vpnGatewayId)?.resource;
  const attachment = gateway?.VpcAttachments?.find(({ VpcId }) => VpcId === place.vpcId);
  if (gateway && attachment?.State !== "attached") {
    block(walk, {
      code: "BAD_STATE_ATTACHMENT",
      resourceId: vpnGatewayId,
      evidence: [
        { resourceId: vpnGatewayId, fact: `attachment to ${place.vpcId}: ${attachment?.State ?? "none"}` },
      ],
      message: `${vpnGatewayId} is not attached to ${place.vpcId}.`,
    });
  }
  const connections = [...network.vpnConnections.values()].filter(
    ({ resource }) => resource.VpnGatewayId === vpnGatewayId && resource.State !== "deleted",
  );
  const isDown =
    connections.length > 0 && connections.every(({ resource }) => allDown(resource.VgwTelemetry));
  if (isDown) {
    note(walk, "BAD_STATE_VPN", `Every tunnel of ${vpnGatewayId}'s VPN connections is down.`, vpnGatewayId);
  }
  addHop(walk, "on-premises", vpnGatewayId);
  return leaveKnown(walk, {
    code: "NOT_EVALUATED_ON_PREMISES",
    resourceId: vpnGatewayId,
    message: `What lies behind ${vpnGatewayId} is not known: its routes back and its firewalls are not AWS's.`,
  });
}

export function allDown(telemetry: readonly { Status?: string | undefined }[] | undefined): boolean {
  const states = (telemetry ?? []).map(({ Status }) => Status);
  return states.length > 0 && states.every((state) => state === "DOWN");
}
