import type {
  GetTransitGatewayPrefixListReferencesCommandInput,
  GetTransitGatewayPrefixListReferencesCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { filterAndPage } from "../lookup/filter-and-page";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { toReferenceAnswer } from "./prefix-list-reference";

export const getTransitGatewayPrefixListReferences: Handler<
  GetTransitGatewayPrefixListReferencesCommandInput,
  Answer<GetTransitGatewayPrefixListReferencesCommandOutput>
> = (context, input) => {
  const id = getTransitRouteTable(context, input.TransitGatewayRouteTableId).TransitGatewayRouteTableId ?? "";
  const { items, ...page } = filterAndPage(
    context,
    {
      subject: `prefix-list-references/${id}`,
      items: context.regionWorld.transit.prefixListReferences
        .filter((reference) => reference.routeTableId === id)
        .map((reference) => toReferenceAnswer(context, reference)),
      filters: {
        "attachment.resource-id": (reference) => reference.TransitGatewayAttachment?.ResourceId,
        "attachment.resource-type": (reference) => reference.TransitGatewayAttachment?.ResourceType,
        "attachment.transit-gateway-attachment-id": (reference) =>
          reference.TransitGatewayAttachment?.TransitGatewayAttachmentId,
        "is-blackhole": (reference) => reference.Blackhole,
        "prefix-list-id": (reference) => reference.PrefixListId,
        "prefix-list-owner-id": (reference) => reference.PrefixListOwnerId,
        state: (reference) => reference.State,
      },
    },
    input,
  );
  return { TransitGatewayPrefixListReferences: items, ...page };
};
