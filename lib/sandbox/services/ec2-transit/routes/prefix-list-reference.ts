import type { TransitGatewayPrefixListReference } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import type { TransitPrefixListReference } from "../../../world/transit-world";
import { listAttachments } from "../lookup/list-attachments";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { required } from "../lookup/transit-errors";
import type { TransitPlace } from "../lookup/transit-place";

/** A reference as AWS answers it. */
export function toReferenceAnswer(
  place: TransitPlace,
  reference: TransitPrefixListReference,
): TransitGatewayPrefixListReference {
  const { attachmentId } = reference;
  const attachment = listAttachments(place).find(
    (candidate) => candidate.TransitGatewayAttachmentId === attachmentId,
  );
  const list = place.regionWorld.managedPrefixLists.find(
    (candidate) => candidate.PrefixListId === reference.prefixListId,
  );
  return {
    TransitGatewayRouteTableId: reference.routeTableId,
    PrefixListId: reference.prefixListId,
    PrefixListOwnerId: list?.OwnerId,
    State: reference.state,
    Blackhole: attachmentId === undefined,
    ...(attachmentId === undefined
      ? {}
      : {
          TransitGatewayAttachment: {
            TransitGatewayAttachmentId: attachmentId,
            ResourceType: attachment?.ResourceType,
            ResourceId: attachment?.ResourceId,
          },
        }),
  };
}

/** A reference that a table has. Throws AwsError without it. */
export function getReference(
  context: HandlerContext,
  input: { TransitGatewayRouteTableId?: string | undefined; PrefixListId?: string | undefined },
): TransitPrefixListReference {
  const table = getTransitRouteTable(context, input.TransitGatewayRouteTableId);
  const prefixListId = required(input.PrefixListId, "PrefixListId");
  const found = context.regionWorld.transit.prefixListReferences.find(
    (reference) =>
      reference.prefixListId === prefixListId && reference.routeTableId === table.TransitGatewayRouteTableId,
  );
  if (found !== undefined) return found;
  throw new AwsError(
    "InvalidPrefixListReference.NotFound",
    `Prefix List ${prefixListId} is not referenced by Transit Gateway Route Table ${table.TransitGatewayRouteTableId ?? ""}.`,
  );
}
