import type { GroupIdentity } from "../filters/matching-rules";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import { coversRange, formatRange, type AddressRange } from "../sets/address-range";
import { gapIn } from "../walk/unread";
import type { Crossing } from "../walk/walk";
import { peersOfVpc } from "./peers-of-vpc";

/**
 * Whether an inbound rule that names a security group still knows the sender after what lies between. Source: VPC User
 * Guide, "Security group referencing"; Transit Gateways Guide, "Security group referencing".
 */
export function senderIdentity(index: NetworkIndex, crossings: readonly Crossing[]): GroupIdentity {
  for (const crossing of crossings) {
    const identity = overCrossing(index, crossing);
    if (identity.status !== "kept") return identity;
  }
  return { status: "kept" };
}

function overCrossing(index: NetworkIndex, crossing: Crossing): GroupIdentity {
  switch (crossing.kind) {
    case "rewritten":
      return lost(`${crossing.by} lies between and gives packets an address of its own`);
    case "peering":
      return overPeering(crossing.interRegion, crossing.vpcPeeringConnectionId);
    case "transit-gateway":
      return overTransitGateway(index, crossing);
  }
}

/**
 * Whether an outbound rule that names a group means a receiver in it: by its own address in the same VPC, or in one that
 * is peered within a Region, whichever way the packet takes. Across a transit gateway outbound rules name no groups.
 */
export function receiverIdentity(
  index: NetworkIndex,
  vpcId: string,
  { vpcId: farId, addresses, id }: Endpoint,
  destination: AddressRange,
): GroupIdentity {
  if (!addresses.some(({ range }) => coversRange(range, destination)))
    return lost(`${formatRange(destination)} is a public address of ${id}`);
  if (farId === vpcId) return { status: "kept" };
  // Two VPCs have one peering connection that works at most.
  const peer = peersOfVpc(index, vpcId).find((one) => one.vpcId === farId);
  if (peer) return overPeering(peer.interRegion, peer.vpcPeeringConnectionId);
  const gap = gapIn(index.network, "DescribeVpcPeeringConnections", vpcId);
  return gap === undefined
    ? lost(`outbound rules name groups of peered VPCs only, which ${farId} is not`)
    : { status: "unknown", reason: `whether ${farId} is peered with ${vpcId} was not read: ${gap}` };
}

function lost(reason: string): GroupIdentity {
  return { status: "lost", code: "SG_REFERENCES_NOT_PRESERVED", reason };
}

function overPeering(interRegion: boolean | null, peeringId: string): GroupIdentity {
  if (interRegion === true) return lost(`groups are not recognised across Regions (${peeringId})`);
  if (interRegion === false) return { status: "kept" };
  return { status: "unknown", reason: `whether ${peeringId} crosses Regions was not read` };
}

/** Off by default on the transit gateway, on by default on an attachment; both must be on. */
function overTransitGateway(
  { network }: NetworkIndex,
  { transitGatewayId, attachmentIds }: Extract<Crossing, { kind: "transit-gateway" }>,
): GroupIdentity {
  const gateway = network.transitGateways.get(transitGatewayId)?.resource;
  if (!gateway) return { status: "unknown", reason: `${transitGatewayId} was not read` };
  if (gateway.Options?.SecurityGroupReferencingSupport !== "enable") {
    return unsupported(`${transitGatewayId} does not support security group referencing`);
  }
  for (const attachmentId of attachmentIds) {
    const options = network.transitGatewayVpcAttachments.get(attachmentId)?.resource.Options;
    if (options?.SecurityGroupReferencingSupport === "disable") {
      return unsupported(`${attachmentId} does not support security group referencing`);
    }
  }
  return { status: "kept" };
}

function unsupported(reason: string): GroupIdentity {
  return { status: "lost", code: "SG_REFERENCING_SUPPORT", reason };
}
