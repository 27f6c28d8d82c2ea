import type {
  ModifyTransitGatewayCommandInput,
  ModifyTransitGatewayCommandOutput,
  ModifyTransitGatewayOptions,
  TransitGateway,
  TransitGatewayOptions,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { getOwnGateway } from "../lookup/find-gateway";
import { getTransitRouteTable } from "../lookup/find-route-table";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { invalidParameter, requireState } from "../lookup/transit-errors";
import { checkAmazonSideAsn, checkGatewayCidrs } from "./check-gateway-options";

function changedCidrs(current: readonly string[], asked: ModifyTransitGatewayOptions): string[] {
  const { AddTransitGatewayCidrBlocks: added = [], RemoveTransitGatewayCidrBlocks: removed = [] } = asked;
  const unknown = removed.find((block) => !current.includes(block));
  if (unknown !== undefined) {
    throw invalidParameter(`The CIDR block ${unknown} is not associated with the transit gateway`);
  }
  const kept = current.filter((block) => !removed.includes(block));
  checkGatewayCidrs(added, kept);
  return [...kept, ...added];
}

/** One of the two defaults: its switch, and the table that it needs once it is on. */
function changedDefault(
  context: HandlerContext,
  gateway: TransitGateway,
  change: {
    toggle: "enable" | "disable" | undefined;
    tableId: string | undefined;
    current: string | undefined;
  },
): string | undefined {
  if (change.toggle === "disable") {
    if (change.tableId === undefined) return undefined;
    throw new AwsError(
      "InvalidParameterCombination",
      "A default route table cannot be given when it is disabled.",
    );
  }
  if (change.tableId === undefined) {
    if (change.toggle === "enable" && change.current === undefined) {
      throw new AwsError("MissingParameter", "A default route table must be given to enable it.");
    }
    return change.current;
  }
  const table = getTransitRouteTable(context, change.tableId);
  if (table.TransitGatewayId !== gateway.TransitGatewayId) {
    throw invalidParameter(`${change.tableId} does not belong to ${gateway.TransitGatewayId ?? ""}`);
  }
  return change.tableId;
}

function toChangedOptions(
  context: HandlerContext,
  gateway: TransitGateway,
  asked: ModifyTransitGatewayOptions,
): TransitGatewayOptions {
  const current = gateway.Options ?? {};
  checkAmazonSideAsn(asked.AmazonSideAsn);
  const blocks = changedCidrs(current.TransitGatewayCidrBlocks ?? [], asked);
  const association = changedDefault(context, gateway, {
    toggle: asked.DefaultRouteTableAssociation,
    tableId: asked.AssociationDefaultRouteTableId,
    current: current.AssociationDefaultRouteTableId,
  });
  const propagation = changedDefault(context, gateway, {
    toggle: asked.DefaultRouteTablePropagation,
    tableId: asked.PropagationDefaultRouteTableId,
    current: current.PropagationDefaultRouteTableId,
  });
  return {
    AmazonSideAsn: asked.AmazonSideAsn ?? current.AmazonSideAsn,
    ...(blocks.length === 0 ? {} : { TransitGatewayCidrBlocks: blocks }),
    AutoAcceptSharedAttachments: asked.AutoAcceptSharedAttachments ?? current.AutoAcceptSharedAttachments,
    DefaultRouteTableAssociation: association === undefined ? "disable" : "enable",
    ...(association === undefined ? {} : { AssociationDefaultRouteTableId: association }),
    DefaultRouteTablePropagation: propagation === undefined ? "disable" : "enable",
    ...(propagation === undefined ? {} : { PropagationDefaultRouteTableId: propagation }),
    VpnEcmpSupport: asked.VpnEcmpSupport ?? current.VpnEcmpSupport,
    DnsSupport: asked.DnsSupport ?? current.DnsSupport,
    SecurityGroupReferencingSupport:
      asked.SecurityGroupReferencingSupport ?? current.SecurityGroupReferencingSupport,
    MulticastSupport: current.MulticastSupport,
  };
}

/** Changes a transit gateway's description and options, its default route tables among them. */
export const modifyTransitGateway: Handler<
  ModifyTransitGatewayCommandInput,
  Answer<ModifyTransitGatewayCommandOutput>
> = (context, input) => {
  const gateway = getOwnGateway(context, input.TransitGatewayId);
  const id = gateway.TransitGatewayId ?? "";
  requireState(id, gateway.State, ["available"]);
  const options = toChangedOptions(context, gateway, input.Options ?? {});
  gateway.Options = options;
  if (input.Description !== undefined) gateway.Description = input.Description;
  gateway.State = "modifying";
  for (const table of context.regionWorld.transit.routeTables) {
    if (table.TransitGatewayId !== id) continue;
    const tableId = table.TransitGatewayRouteTableId;
    table.DefaultAssociationRouteTable = tableId === options.AssociationDefaultRouteTableId;
    table.DefaultPropagationRouteTable = tableId === options.PropagationDefaultRouteTableId;
  }
  scheduleTransit(context, {
    kind: "transit-gateway-available",
    subject: id,
    seconds: TRANSIT_SECONDS.gateway,
  });
  return { TransitGateway: gateway };
};
