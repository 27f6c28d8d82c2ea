import type { VpcPeeringConnection, VpcPeeringConnectionVpcInfo } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { isPlaceOf } from "./peering-copies";
import { peeringIds } from "./peering-ids";

/** This side's copy of a connection. Throws InvalidVpcPeeringConnectionID.NotFound. */
export function getPeering(regionWorld: RegionWorld, id: string): VpcPeeringConnection {
  const peering = regionWorld.vpcPeeringConnections.find((item) => item.VpcPeeringConnectionId === id);
  if (peering === undefined) throw idError(peeringIds, id);
  return peering;
}

/** Throws InvalidStateTransition where a connection is in none of these states. */
export function checkPeeringState(peering: VpcPeeringConnection, states: readonly string[]): void {
  if (states.includes(peering.Status?.Code ?? "")) return;
  throw new AwsError(
    "InvalidStateTransition",
    `VpcPeeringConnectionID ${peering.VpcPeeringConnectionId ?? ""} is not in the correct state for the request.`,
  );
}

/** Throws OperationNotPermitted where it is not this side that may do it, in the account or in the region. */
export function checkSide(
  regionWorld: RegionWorld,
  peering: VpcPeeringConnection,
  { side, verb }: { side: VpcPeeringConnectionVpcInfo | undefined; verb: "accept" | "reject" },
): void {
  if (isPlaceOf(side, regionWorld)) return;
  const id = peering.VpcPeeringConnectionId ?? "";
  const isOtherAccount = side?.OwnerId !== regionWorld.accountId;
  throw new AwsError(
    "OperationNotPermitted",
    isOtherAccount
      ? `User (${regionWorld.accountId}) cannot ${verb} peering ${id}`
      : `Incorrect region (${regionWorld.region}) specified for this request. VPC peering connection ${id} must be ${verb}ed in region ${side.Region ?? ""}`,
  );
}
