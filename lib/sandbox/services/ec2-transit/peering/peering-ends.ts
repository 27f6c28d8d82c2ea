import type { PeeringTgwInfo, TransitGatewayPeeringAttachment } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

interface PeeringEnds {
  near: PeeringTgwInfo | undefined;
  far: PeeringTgwInfo | undefined;
}

/** Which end of a peering a record in this account and region is: in one region, its id tells. */
export function peeringEnds(
  { accountId, region }: RegionWorld,
  peering: TransitGatewayPeeringAttachment,
): PeeringEnds {
  const { RequesterTgwInfo: requester, AccepterTgwInfo: accepter } = peering;
  const isHere = (end: PeeringTgwInfo | undefined): boolean =>
    end?.OwnerId === accountId && end.Region === region;
  const isAccepter =
    isHere(accepter) &&
    (!isHere(requester) || peering.TransitGatewayAttachmentId === peering.AccepterTransitGatewayAttachmentId);
  return isAccepter ? { near: accepter, far: requester } : { near: requester, far: accepter };
}
