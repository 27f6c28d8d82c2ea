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

export function zoneOf(walk: Walk, subnetId: string | null): string | null {
  return subnetId === null ? null : (walk.index.subnet(subnetId)?.zone ?? null);
}
