import type { Resource } from "../../../network/network";
import { block, type Walk } from "../walk";

export function checkAttachmentState(walk: Walk, attachmentId: string, state: string | undefined): void {
  if (state === undefined || state === "available" || state === "modifying") return;
  block(walk, {
    code: "BAD_STATE_ATTACHMENT",
    resourceId: attachmentId,
    evidence: [{ resourceId: attachmentId, fact: `State ${state}` }],
    message: `${attachmentId} is ${state}.`,
  });
}

/** An attachment carries IPv6 only where it is switched on. Source: EC2 API, TransitGatewayVpcAttachmentOptions. */
export function checkIpv6Support(
  walk: Walk,
  attachmentId: string,
  attachment: Pick<Resource<"TransitGatewayVpcAttachments">, "Options"> | undefined,
): void {
  if (walk.packet.destination.family === 4 || attachment?.Options?.Ipv6Support !== "disable") return;
  block(walk, {
    code: "PROTOCOL_RESTRICTION",
    resourceId: attachmentId,
    evidence: [{ resourceId: attachmentId, fact: "Ipv6Support disable" }],
    message: `${attachmentId} carries no IPv6: its IPv6 support is off.`,
  });
}

export function zoneOf(walk: Walk, subnetId: string): string | null {
  return walk.index.subnet(subnetId)?.zone ?? null;
}
