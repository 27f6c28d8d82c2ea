import type {
  GetTransitGatewayAttachmentPropagationsCommandInput,
  GetTransitGatewayAttachmentPropagationsCommandOutput,
  GetTransitGatewayRouteTableAssociationsCommandInput,
  GetTransitGatewayRouteTableAssociationsCommandOutput,
  GetTransitGatewayRouteTablePropagationsCommandInput,
  GetTransitGatewayRouteTablePropagationsCommandOutput,
  TransitGatewayAttachmentResourceType,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { getOwnGateway } from "../lookup/find-gateway";
import { filterAndPage } from "../lookup/filter-and-page";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { getAttachment, listAttachments } from "../lookup/list-attachments";
import type { TransitPlace } from "../lookup/transit-place";

interface TableLink<State> {
  TransitGatewayAttachmentId: string;
  ResourceId: string | undefined;
  ResourceType: TransitGatewayAttachmentResourceType | undefined;
  State: State;
}

/** A table's links, as AWS answers them: each with what its attachment is of. */
function toTableLinks<State>(
  place: TransitPlace,
  tableId: string | undefined,
  links: readonly { routeTableId: string; attachmentId: string; state: State }[],
): TableLink<State>[] {
  const attachments = listAttachments(place);
  return links
    .filter((link) => link.routeTableId === tableId)
    .map(({ attachmentId, state }) => {
      const of = attachments.find((other) => other.TransitGatewayAttachmentId === attachmentId);
      return {
        TransitGatewayAttachmentId: attachmentId,
        ResourceId: of?.ResourceId,
        ResourceType: of?.ResourceType,
        State: state,
      };
    });
}

const linkFilters = {
  "resource-id": (link: TableLink<unknown>) => link.ResourceId,
  "resource-type": (link: TableLink<unknown>) => link.ResourceType,
  "transit-gateway-attachment-id": (link: TableLink<unknown>) => link.TransitGatewayAttachmentId,
};

export const getTransitGatewayRouteTableAssociations: Handler<
  GetTransitGatewayRouteTableAssociationsCommandInput,
  Answer<GetTransitGatewayRouteTableAssociationsCommandOutput>
> = (context, input) => {
  const id = getTransitRouteTable(context, input.TransitGatewayRouteTableId).TransitGatewayRouteTableId;
  const { items: Associations, ...page } = filterAndPage(
    context,
    {
      subject: `associations/${id ?? ""}`,
      items: toTableLinks(context, id, context.regionWorld.transit.associations),
      filters: linkFilters,
    },
    input,
  );
  return { Associations, ...page };
};

export const getTransitGatewayRouteTablePropagations: Handler<
  GetTransitGatewayRouteTablePropagationsCommandInput,
  Answer<GetTransitGatewayRouteTablePropagationsCommandOutput>
> = (context, input) => {
  const id = getTransitRouteTable(context, input.TransitGatewayRouteTableId).TransitGatewayRouteTableId;
  const { items, ...page } = filterAndPage(
    context,
    {
      subject: `propagations/${id ?? ""}`,
      items: toTableLinks(context, id, context.regionWorld.transit.propagations),
      filters: linkFilters,
    },
    input,
  );
  return { TransitGatewayRouteTablePropagations: items, ...page };
};

/** To which tables an attachment tells its routes: for the transit gateway's owner alone. */
export const getTransitGatewayAttachmentPropagations: Handler<
  GetTransitGatewayAttachmentPropagationsCommandInput,
  Answer<GetTransitGatewayAttachmentPropagationsCommandOutput>
> = (context, input) => {
  const attachment = getAttachment(context, input.TransitGatewayAttachmentId);
  getOwnGateway(context, attachment.TransitGatewayId);
  const id = attachment.TransitGatewayAttachmentId ?? "";
  const { items, ...page } = filterAndPage(
    context,
    {
      subject: `attachment-propagations/${id}`,
      items: context.regionWorld.transit.propagations
        .filter((link) => link.attachmentId === id)
        .map((link) => ({ TransitGatewayRouteTableId: link.routeTableId, State: link.state })),
      filters: { "transit-gateway-route-table-id": (link) => link.TransitGatewayRouteTableId },
    },
    input,
  );
  return { TransitGatewayAttachmentPropagations: items, ...page };
};
