import type {
  DescribeTransitGatewayAttachmentsCommandInput,
  DescribeTransitGatewayAttachmentsCommandOutput,
  TransitGatewayAttachment,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../../ec2/describe/describe-collection";
import { listAttachments } from "../lookup/list-attachments";
import { transitAttachmentKind } from "../lookup/transit-errors";

const collection: Collection<TransitGatewayAttachment> = {
  ...transitAttachmentKind,
  list: listAttachments,
  idOf: (attachment) => attachment.TransitGatewayAttachmentId,
  tagsOf: (attachment) => attachment.Tags,
  filters: {
    "association.state": (attachment) => attachment.Association?.State,
    "association.transit-gateway-route-table-id": (attachment) =>
      attachment.Association?.TransitGatewayRouteTableId,
    "resource-id": (attachment) => attachment.ResourceId,
    "resource-owner-id": (attachment) => attachment.ResourceOwnerId,
    "resource-type": (attachment) => attachment.ResourceType,
    state: (attachment) => attachment.State,
    "transit-gateway-attachment-id": (attachment) => attachment.TransitGatewayAttachmentId,
    "transit-gateway-id": (attachment) => attachment.TransitGatewayId,
    "transit-gateway-owner-id": (attachment) => attachment.TransitGatewayOwnerId,
  },
};

/** Attachments of every type: VPCs, VPN connections, peerings. */
export const describeTransitGatewayAttachments: Handler<
  DescribeTransitGatewayAttachmentsCommandInput,
  Answer<DescribeTransitGatewayAttachmentsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, collection, {
    ...input,
    ids: input.TransitGatewayAttachmentIds,
  });
  return { TransitGatewayAttachments: items, ...page };
};
