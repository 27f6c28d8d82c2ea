import type { TransitGatewayAttachmentState } from "@aws-sdk/client-ec2";

const OVER: readonly (TransitGatewayAttachmentState | undefined)[] = ["deleted", "rejected", "failed"];

/** Whether an attachment is nothing any more but a line in the lists. */
export function isOver(state: TransitGatewayAttachmentState | undefined): boolean {
  return OVER.includes(state);
}

const CARRYING: readonly (TransitGatewayAttachmentState | undefined)[] = ["available", "modifying"];

/** Whether an attachment carries packets. */
export function isCarrying(state: TransitGatewayAttachmentState | undefined): boolean {
  return CARRYING.includes(state);
}
