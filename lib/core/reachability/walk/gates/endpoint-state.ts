import { block, type Walk } from "../walk";

/** An endpoint carries nothing unless it is available. The SDK spells its states otherwise than the wire does. */
export function checkEndpointState(walk: Walk, vpcEndpointId: string, state: string | undefined): void {
  if (state === undefined || state.toLowerCase() === "available") return;
  block(walk, {
    code: "BAD_STATE",
    resourceId: vpcEndpointId,
    evidence: [{ resourceId: vpcEndpointId, fact: `State ${state}` }],
    message: `${vpcEndpointId} is ${state}.`,
  });
}
