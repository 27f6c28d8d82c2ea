import type {
  CreateTransitGatewayPrefixListReferenceCommandInput,
  CreateTransitGatewayPrefixListReferenceCommandOutput,
  DeleteTransitGatewayPrefixListReferenceCommandInput,
  DeleteTransitGatewayPrefixListReferenceCommandOutput,
  ModifyTransitGatewayPrefixListReferenceCommandInput,
  ModifyTransitGatewayPrefixListReferenceCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { TransitPrefixListReference } from "../../../world/transit-world";
import { idError } from "../../ec2/describe/pick-by-ids";
import { managedPrefixListIds } from "../../ec2/prefix-lists/managed-prefix-list-ids";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { required, requireState } from "../lookup/transit-errors";
import { getReference, toReferenceAnswer } from "./prefix-list-reference";
import { getRouteTarget } from "./route-target";

function scheduleSettling(
  context: HandlerContext,
  reference: TransitPrefixListReference,
  kind: string,
): void {
  scheduleTransit(context, {
    kind,
    subject: reference.prefixListId,
    routeTableId: reference.routeTableId,
    seconds: TRANSIT_SECONDS.link,
  });
}

/** Static routes to one target for every entry of a customer-managed prefix list. */
export const createTransitGatewayPrefixListReference: Handler<
  CreateTransitGatewayPrefixListReferenceCommandInput,
  Answer<CreateTransitGatewayPrefixListReferenceCommandOutput>
> = (context, input) => {
  const { managedPrefixLists, transit } = context.regionWorld;
  const target = getRouteTarget(context, input);
  const prefixListId = required(input.PrefixListId, "PrefixListId");
  if (!managedPrefixLists.some((list) => list.PrefixListId === prefixListId)) {
    throw idError(managedPrefixListIds, prefixListId);
  }
  const known = transit.prefixListReferences.some(
    (other) => other.prefixListId === prefixListId && other.routeTableId === target.routeTableId,
  );
  if (known) {
    throw new AwsError(
      "DuplicatePrefixListReference",
      `Prefix List ${prefixListId} is already referenced by Transit Gateway Route Table ${target.routeTableId}.`,
    );
  }
  const reference: TransitPrefixListReference = { ...target, prefixListId, state: "pending" };
  transit.prefixListReferences.push(reference);
  scheduleSettling(context, reference, "transit-prefix-list-available");
  return { TransitGatewayPrefixListReference: toReferenceAnswer(context, reference) };
};

export const modifyTransitGatewayPrefixListReference: Handler<
  ModifyTransitGatewayPrefixListReferenceCommandInput,
  Answer<ModifyTransitGatewayPrefixListReferenceCommandOutput>
> = (context, input) => {
  const reference = getReference(context, input);
  const target = getRouteTarget(context, input);
  requireState(reference.prefixListId, reference.state, ["available"]);
  if (target.attachmentId === undefined) delete reference.attachmentId;
  else reference.attachmentId = target.attachmentId;
  reference.state = "modifying";
  scheduleSettling(context, reference, "transit-prefix-list-available");
  return { TransitGatewayPrefixListReference: toReferenceAnswer(context, reference) };
};

export const deleteTransitGatewayPrefixListReference: Handler<
  DeleteTransitGatewayPrefixListReferenceCommandInput,
  Answer<DeleteTransitGatewayPrefixListReferenceCommandOutput>
> = (context, input) => {
  const reference = getReference(context, input);
  requireState(reference.prefixListId, reference.state, ["available"]);
  reference.state = "deleting";
  scheduleSettling(context, reference, "transit-prefix-list-removed");
  return { TransitGatewayPrefixListReference: toReferenceAnswer(context, reference) };
};
