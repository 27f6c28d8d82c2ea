/** Two peered transit gateways name their attachment alike, each with a state and an association of its own. */
export function attachmentSideKey(transitGatewayId: string | undefined, attachmentId: string): string {
  return `${transitGatewayId ?? ""} ${attachmentId}`;
}
