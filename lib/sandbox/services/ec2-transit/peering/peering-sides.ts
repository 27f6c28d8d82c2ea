import type { TransitGatewayAttachmentState, TransitGatewayPeeringAttachment } from "@aws-sdk/client-ec2";
import { getRegionWorld } from "../../../world/find-account";
import { pickLiving, required, transitAttachmentKind } from "../lookup/transit-errors";
import type { TransitPlace } from "../lookup/transit-place";

interface PeeringSide {
  place: TransitPlace;
  record: TransitGatewayPeeringAttachment;
}

/** Both sides' records of a peering, the requester's first; the accepter has none before the request reached it. */
export function peeringSides(
  { world }: Pick<TransitPlace, "world">,
  peering: TransitGatewayPeeringAttachment,
): PeeringSide[] {
  const ids = [peering.RequesterTgwInfo, peering.AccepterTgwInfo].flatMap((side) => {
    const { OwnerId: accountId, Region: region } = side ?? {};
    if (accountId === undefined || region === undefined || !Object.hasOwn(world.accounts, accountId))
      return [];
    return getRegionWorld(world, accountId, region);
  });
  return [...new Set(ids)].flatMap((regionWorld) =>
    regionWorld.transit.peeringAttachments
      .filter(
        (record) => record.AccepterTransitGatewayAttachmentId === peering.AccepterTransitGatewayAttachmentId,
      )
      .map((record) => ({ place: { world, regionWorld }, record })),
  );
}

/** Both sides change as one. */
export function setPeeringState(
  place: Pick<TransitPlace, "world">,
  peering: TransitGatewayPeeringAttachment,
  state: TransitGatewayAttachmentState,
): void {
  for (const { record } of peeringSides(place, peering)) record.State = state;
}

/** This side's record. Throws InvalidTransitGatewayAttachmentID.NotFound. */
export function getPeering(place: TransitPlace, id: string | undefined): TransitGatewayPeeringAttachment {
  return pickLiving(
    place.regionWorld.transit.peeringAttachments,
    required(id, "TransitGatewayAttachmentId"),
    {
      ...transitAttachmentKind,
      idOf: (peering: TransitGatewayPeeringAttachment) => peering.TransitGatewayAttachmentId,
    },
  );
}
