import type { GroupIdentity } from "../filters/matching-rules";
import type { NetworkIndex } from "../index/network-index";
import type { Crossing } from "../walk/walk";

/**
 * Whether a rule that names a security group still knows the far end after what lies between. Source: VPC User Guide,
 * "Security group referencing"; Transit Gateways Guide, "Security group referencing".
 */
export function groupIdentity(
  index: NetworkIndex,
  crossings: readonly Crossing[],
  rule: "ingress" | "egress",
): GroupIdentity {
  for (const crossing of crossings) {
    const identity = overCrossing(index, crossing, rule);
    if (identity.status !== "kept") return identity;
  }
  return { status: "kept" };
}

function overCrossing(index: NetworkIndex, crossing: Crossing, rule: "ingress" | "egress"): GroupIdentity {
  switch (crossing.kind) {
    case "rewritten":
      return lost(`${crossing.by} lies between and gives packets an address of its own`);
    case "peering":
      return overPeering(crossing.interRegion, crossing.vpcPeeringConnectionId);
    case "transit-gateway":
      return rule === "egress"
        ? lost(`outbound rules cannot name groups across ${crossing.transitGatewayId}`)
        : overTransitGateway(index, crossing);
  }
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
