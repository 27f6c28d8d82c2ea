import type { ReadCall } from "../../network/calls";
import { coverageOf, describeGap } from "../../network/coverage-of";
import { isReadByOwner } from "../../network/is-read-by-owner";
import type { Network } from "../../network/network";
import { leaveKnown, unknown, type Place, type Walk, type WalkEnd } from "./walk";

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

/** Why something that a route names is not among what was read: where the call was read, the recording is a part. */
export function whyMissing(network: Network, call: ReadCall, vpcId: string): string {
  return gapIn(network, call, vpcId) ?? `it is not in the answer of ${call}`;
}

/**
 * The end at something that a route names and that is not among what was read. AWS marks a route whose target is gone
 * as a blackhole, so behind any other the target stands. Source: EC2 API, Route.State.
 */
export function endAtUnread(
  walk: Walk,
  { vpcId }: Pick<Place, "vpcId">,
  call: ReadCall,
  resourceId: string,
): WalkEnd {
  const gap = whyMissing(walk.index.network, call, vpcId);
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
  const gap = whyMissing(walk.index.network, call, vpcId);
  const message = `Whether ${resourceId} works is not known: ${gap}.`;
  unknown(walk, { code: "NOT_EVALUATED_UNREAD", resourceId, message });
}
