import type {
  DescribeTransitGatewayPeeringAttachmentsCommandInput,
  DescribeTransitGatewayPeeringAttachmentsCommandOutput,
  TransitGatewayPeeringAttachment,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { describeCollection, type Collection } from "../../ec2/describe/describe-collection";
import { transitAttachmentKind } from "../lookup/transit-errors";
import { peeringEnds } from "./peering-ends";

function toCollection(context: HandlerContext): Collection<TransitGatewayPeeringAttachment> {
  return {
    ...transitAttachmentKind,
    list: ({ regionWorld }) => regionWorld.transit.peeringAttachments,
    idOf: (peering) => peering.TransitGatewayAttachmentId,
    tagsOf: (peering) => peering.Tags,
    filters: {
      "local-owner-id": () => context.accountId,
      "remote-owner-id": (peering) => peeringEnds(context.regionWorld, peering).far?.OwnerId,
      state: (peering) => peering.State,
      "transit-gateway-attachment-id": (peering) => peering.TransitGatewayAttachmentId,
      "transit-gateway-id": (peering) => [
        peering.RequesterTgwInfo?.TransitGatewayId,
        peering.AccepterTgwInfo?.TransitGatewayId,
      ],
    },
  };
}

export const describeTransitGatewayPeeringAttachments: Handler<
  DescribeTransitGatewayPeeringAttachmentsCommandInput,
  Answer<DescribeTransitGatewayPeeringAttachmentsCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, toCollection(context), {
    ...input,
    ids: input.TransitGatewayAttachmentIds,
  });
  return { TransitGatewayPeeringAttachments: items, ...page };
};
