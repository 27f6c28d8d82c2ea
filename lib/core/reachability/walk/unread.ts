import type { ReadCall } from "../../network/calls";
import { coverageOf, describeGap } from "../../network/coverage-of";
import { isReadByOwner } from "../../network/is-read-by-owner";
import type { Network } from "../../network/network";
import { deadEnd, leaveKnown, unknown, type Place, type Walk, type WalkEnd } from "./walk";

/**
 * Why something of a VPC may be there though it is not among what was read. Undefined where the VPC's owner was asked,
 * who sees all of it. Source: VPC User Guide, "Share your VPC subnets".
 */
export function gapIn(network: Network, call: ReadCall, vpcId: string): string | undefined {
  const vpc = network.vpcs.get(vpcId);
  const gap = describeGap(call, coverageOf(network, call, vpc));
  if (gap !== undefined) return gap;
  if (!vpc) return `${vpcId} is not among the VPCs read`;
  return isReadByOwner(vpc) ? undefined : `${vpcId} is shared, and only its owner sees all of it`;
}

/** The end at something that a route names and that is not among what was read. */
export function endAtUnread(
  walk: Walk,
  { vpcId }: Pick<Place, "vpcId">,
  call: ReadCall,
  resourceId: string,
): WalkEnd {
  const gap = gapIn(walk.index.network, call, vpcId);
  if (gap === undefined) {
    return deadEnd(walk, {
      code: "BAD_STATE",
      resourceId,
      message: `${resourceId} does not exist any more.`,
    });
  }
  const message = `What ${resourceId} does is not known: ${gap}.`;
  return leaveKnown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId, message });
}

/** A gateway that a route names stands even where it was not read; whether it works is not known. */
export function passUnread(
  walk: Walk,
  { vpcId }: Pick<Place, "vpcId">,
  call: ReadCall,
  resourceId: string,
): void {
  const gap = gapIn(walk.index.network, call, vpcId) ?? "it is not among those read";
  const message = `Whether ${resourceId} works is not known: ${gap}.`;
  unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId, message });
}
