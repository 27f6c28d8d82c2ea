import type {
  CreateTransitGatewayPeeringAttachmentCommandInput,
  CreateTransitGatewayPeeringAttachmentCommandOutput,
  TransitGatewayPeeringAttachment,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { REGION_NAMES } from "../../../world/region-names";
import { specifiedTags } from "../../ec2/requests/specified-tags";
import { isOver } from "../attachments/attachment-states";
import { getOwnGateway } from "../lookup/find-gateway";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { invalidParameter, required, requireState } from "../lookup/transit-errors";

/**
 * Asks another transit gateway, of any region and account, to peer. Whether it exists is found out on the way: the
 * attachment of a request that reaches nobody fails.
 */
export const createTransitGatewayPeeringAttachment: Handler<
  CreateTransitGatewayPeeringAttachmentCommandInput,
  Answer<CreateTransitGatewayPeeringAttachmentCommandOutput>
> = (context, input) => {
  const { regionWorld, accountId, region, ids, clock } = context;
  const gateway = getOwnGateway(context, input.TransitGatewayId);
  const gatewayId = gateway.TransitGatewayId ?? "";
  const peer = {
    TransitGatewayId: required(input.PeerTransitGatewayId, "PeerTransitGatewayId"),
    OwnerId: required(input.PeerAccountId, "PeerAccountId"),
    Region: required(input.PeerRegion, "PeerRegion"),
  };
  requireState(gatewayId, gateway.State, ["available"]);
  if (!REGION_NAMES.includes(peer.Region)) {
    throw invalidParameter(`Value (${peer.Region}) for parameter peerRegion is invalid.`);
  }
  if (peer.TransitGatewayId === gatewayId) {
    throw invalidParameter(`${gatewayId} cannot be peered with itself`);
  }
  const isKnown = regionWorld.transit.peeringAttachments.some((other) => {
    const ends = [other.RequesterTgwInfo?.TransitGatewayId, other.AccepterTgwInfo?.TransitGatewayId];
    return !isOver(other.State) && ends.includes(gatewayId) && ends.includes(peer.TransitGatewayId);
  });
  if (isKnown) {
    throw new AwsError(
      "DuplicateTransitGatewayAttachment",
      `${gatewayId} has non-deleted Transit Gateway Attachments with same peer ID.`,
    );
  }
  const Tags = specifiedTags(input.TagSpecifications, "transit-gateway-attachment");

  const id = ids.id("tgw-attach");
  const peering: TransitGatewayPeeringAttachment = {
    TransitGatewayAttachmentId: id,
    // One region shows both ends in one list, so that the accepter's has an id of its own there.
    AccepterTransitGatewayAttachmentId: peer.Region === region ? ids.id("tgw-attach") : id,
    RequesterTgwInfo: { TransitGatewayId: gatewayId, OwnerId: accountId, Region: region },
    AccepterTgwInfo: peer,
    Options: { DynamicRouting: input.Options?.DynamicRouting ?? "disable" },
    State: "initiatingRequest",
    CreationTime: new Date(clock.now()),
    Tags,
  };
  regionWorld.transit.peeringAttachments.push(peering);
  scheduleTransit(context, {
    kind: "transit-peering-requested",
    subject: id,
    seconds: TRANSIT_SECONDS.link,
  });
  return { TransitGatewayPeeringAttachment: peering };
};
