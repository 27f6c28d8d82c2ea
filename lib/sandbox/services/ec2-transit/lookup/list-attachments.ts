import type { TransitGatewayAttachment, TransitGatewayVpcAttachment } from "@aws-sdk/client-ec2";
import { peeringEnds } from "../peering/peering-ends";
import { findGateway } from "./find-gateway";
import { pickLiving, required, transitAttachmentKind } from "./transit-errors";
import { regionWorldsAround, type TransitPlace } from "./transit-place";

/** VPC attachments of an account's VPCs, and those of others' to its transit gateways; tags are their makers' alone. */
export function listVpcAttachments(place: TransitPlace): TransitGatewayVpcAttachment[] {
  const { transit } = place.regionWorld;
  const own = new Set(transit.gateways.map((gateway) => gateway.TransitGatewayId));
  return regionWorldsAround(place).flatMap((other) =>
    other.transit === transit
      ? transit.vpcAttachments
      : other.transit.vpcAttachments
          .filter((attachment) => own.has(attachment.TransitGatewayId))
          .map((attachment) => ({ ...attachment, Tags: [] })),
  );
}

function fromVpc(attachment: TransitGatewayVpcAttachment): TransitGatewayAttachment {
  const { TransitGatewayAttachmentId, TransitGatewayId, State, CreationTime, Tags } = attachment;
  return {
    TransitGatewayAttachmentId,
    TransitGatewayId,
    ResourceOwnerId: attachment.VpcOwnerId,
    ResourceType: "vpc",
    ResourceId: attachment.VpcId,
    State,
    CreationTime,
    Tags,
  };
}

function fromVpn({ regionWorld }: TransitPlace): TransitGatewayAttachment[] {
  return regionWorld.transit.vpnAttachments.map((attachment) => ({
    TransitGatewayAttachmentId: attachment.attachmentId,
    TransitGatewayId: attachment.transitGatewayId,
    ResourceOwnerId: regionWorld.accountId,
    ResourceType: "vpn",
    ResourceId: attachment.vpnConnectionId,
    State: attachment.state,
    CreationTime: attachment.createdAt,
    Tags: attachment.Tags,
  }));
}

/** A peering, from the side that asks: the resource is the other transit gateway. */
function fromPeering({ regionWorld }: TransitPlace): TransitGatewayAttachment[] {
  return regionWorld.transit.peeringAttachments.map((attachment) => {
    const { near, far } = peeringEnds(regionWorld, attachment);
    return {
      TransitGatewayAttachmentId: attachment.TransitGatewayAttachmentId,
      TransitGatewayId: near?.TransitGatewayId,
      ResourceOwnerId: far?.OwnerId,
      ResourceType: "peering",
      ResourceId: far?.TransitGatewayId,
      State: attachment.State,
      CreationTime: attachment.CreationTime,
      Tags: attachment.Tags,
    };
  });
}

/** Every attachment that the account sees. Associations are shown to the owner of the transit gateway alone. */
export function listAttachments(place: TransitPlace): TransitGatewayAttachment[] {
  const { associations } = place.regionWorld.transit;
  return [...listVpcAttachments(place).map(fromVpc), ...fromVpn(place), ...fromPeering(place)].map(
    (attachment) => {
      const id = attachment.TransitGatewayAttachmentId;
      const association = associations.find((candidate) => candidate.attachmentId === id);
      return {
        ...attachment,
        TransitGatewayOwnerId: findGateway(place, attachment.TransitGatewayId)?.OwnerId,
        ...(association === undefined
          ? {}
          : {
              Association: {
                TransitGatewayRouteTableId: association.routeTableId,
                State: association.state,
              },
            }),
      };
    },
  );
}

const kind = {
  ...transitAttachmentKind,
  idOf: (attachment: TransitGatewayAttachment) => attachment.TransitGatewayAttachmentId,
};

/** An attachment that the account sees, of any type. Throws InvalidTransitGatewayAttachmentID.NotFound. */
export function getAttachment(place: TransitPlace, id: string | undefined): TransitGatewayAttachment {
  return pickLiving(listAttachments(place), required(id, "TransitGatewayAttachmentId"), kind);
}

/** A VPC attachment's own record, wherever it is kept, with where that is. Throws as `getAttachment`. */
export function getVpcAttachment(
  place: TransitPlace,
  id: string | undefined,
): { attachment: TransitGatewayVpcAttachment; home: TransitPlace } {
  const wanted = required(id, "TransitGatewayAttachmentId");
  pickLiving(listVpcAttachments(place), wanted, kind);
  for (const regionWorld of regionWorldsAround(place)) {
    const attachment = regionWorld.transit.vpcAttachments.find(
      (candidate) => candidate.TransitGatewayAttachmentId === wanted,
    );
    if (attachment !== undefined) return { attachment, home: { world: place.world, regionWorld } };
  }
  throw new Error(`The attachment ${wanted} is listed but not kept.`);
}
