import type {
  DescribeTransitGatewayVpcAttachmentsCommandInput,
  DescribeTransitGatewayVpcAttachmentsCommandOutput,
  TransitGatewayVpcAttachment,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../../ec2/describe/describe-collection";
import { listVpcAttachments } from "../lookup/list-attachments";
import { transitAttachmentKind } from "../lookup/transit-errors";

const collection: Collection<TransitGatewayVpcAttachment> = {
  ...transitAttachmentKind,
  list: listVpcAttachments,
  idOf: (attachment) => attachment.TransitGatewayAttachmentId,
  tagsOf: (attachment) => attachment.Tags,
  filters: {
    state: (attachment) => attachment.State,
    "transit-gateway-attachment-id": (attachment) => attachment.TransitGatewayAttachmentId,
    "transit-gateway-id": (attachment) => attachment.TransitGatewayId,
    "vpc-id": (attachment) => attachment.VpcId,
  },
};

export const describeTransitGatewayVpcAttachments: Handler<
  DescribeTransitGatewayVpcAttachmentsCommandInput,
  Answer<DescribeTransitGatewayVpcAttachmentsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, collection, {
    ...input,
    ids: input.TransitGatewayAttachmentIds,
  });
  return { TransitGatewayVpcAttachments: items, ...page };
};
