import type { Network } from "../network";

/** Peering and attachments in these states carry nothing any more. Source: EC2 API reference. */
const OVER: ReadonlySet<string> = new Set(["deleted", "deleting", "rejected", "expired", "failed"]);

/** Whether a peering connection or an attachment in that state carries nothing any more. */
export function isOver(state: string | undefined): boolean {
  return OVER.has(state ?? "");
}

/** The VPCs that a peering connection or a transit gateway joins to this one, sorted; routes may still be missing. */
export function joinedVpcs(network: Network, vpcId: string): string[] {
  const joined = new Set([...peers(network, vpcId), ...overTransitGateways(network, vpcId)]);
  joined.delete(vpcId);
  return [...joined].sort();
}

function peers({ vpcPeeringConnections }: Network, vpcId: string): string[] {
  return [...vpcPeeringConnections.values()].flatMap(({ resource }) => {
    if (isOver(resource.Status?.Code)) return [];
    const ends = [resource.RequesterVpcInfo?.VpcId, resource.AccepterVpcInfo?.VpcId];
    return ends.includes(vpcId) ? ends.flatMap((end) => end ?? []) : [];
  });
}

function overTransitGateways(network: Network, vpcId: string): string[] {
  const attachments = [...network.transitGatewayVpcAttachments.values()].flatMap(({ resource }) =>
    isOver(resource.State) ? [] : resource,
  );
  const reached = new Set(
    attachments.flatMap((one) => (one.VpcId === vpcId ? (one.TransitGatewayId ?? []) : [])),
  );
  // A set gives what is added while it is walked: gateways may be peered in a chain.
  for (const id of reached) for (const other of peeredGateways(network, id)) reached.add(other);
  return attachments.flatMap(({ VpcId, TransitGatewayId = "" }) =>
    reached.has(TransitGatewayId) ? (VpcId ?? []) : [],
  );
}

function peeredGateways(network: Network, transitGatewayId: string): string[] {
  const peerings = [...network.transitGatewayPeeringAttachments.values()].map(({ resource }) => ({
    ends: [resource.RequesterTgwInfo?.TransitGatewayId, resource.AccepterTgwInfo?.TransitGatewayId],
    state: resource.State,
  }));
  const sides = [...network.transitGatewayAttachmentSides.values()]
    .filter(({ resource }) => resource.ResourceType === "peering")
    .map(({ resource }) => ({
      ends: [resource.TransitGatewayId, resource.ResourceId],
      state: resource.State,
    }));
  return [...peerings, ...sides]
    .filter(({ ends, state }) => !isOver(state) && ends.includes(transitGatewayId))
    .flatMap(({ ends }) => ends.flatMap((end) => end ?? []));
}
