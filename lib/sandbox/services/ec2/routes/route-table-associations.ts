import type {
  AssociateRouteTableCommandInput,
  AssociateRouteTableCommandOutput,
  DisassociateRouteTableCommandInput,
  ReplaceRouteTableAssociationCommandInput,
  ReplaceRouteTableAssociationCommandOutput,
  RouteTable,
  RouteTableAssociation,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { getKnown, missingParameter } from "../requests/get-known";
import { subnetCollection } from "../subnets/describe-subnets";
import { routeTableCollection } from "./describe-route-tables";
import { differentNetworks } from "./different-networks";

type Holder = Pick<RouteTableAssociation, "SubnetId" | "GatewayId" | "Main">;

function addAssociation({ ids }: HandlerContext, table: RouteTable, holder: Holder): RouteTableAssociation {
  const association: RouteTableAssociation = {
    Main: false,
    ...holder,
    RouteTableAssociationId: ids.id("rtbassoc"),
    RouteTableId: table.RouteTableId,
    AssociationState: { State: "associated" },
  };
  table.Associations = [...(table.Associations ?? []), association];
  return association;
}

/** Whether a table may be a gateway's: local routes, and routes to interfaces and load balancers' endpoints. */
function fitsGateway(table: RouteTable): boolean {
  return (table.Routes ?? []).every(
    (route) =>
      route.GatewayId === "local" ||
      route.NetworkInterfaceId !== undefined ||
      (route.DestinationPrefixListId === undefined && route.GatewayId?.startsWith("vpce-") === true),
  );
}

function readGateway({ internetGateways, transit }: RegionWorld, table: RouteTable, id: string): Holder {
  const gateway =
    internetGateways.find((candidate) => candidate.InternetGatewayId === id)?.Attachments ??
    transit.vpnGateways.find((candidate) => candidate.VpnGatewayId === id)?.VpcAttachments;
  if (gateway === undefined) {
    throw new AwsError("InvalidGatewayID.NotFound", `The gateway ID '${id}' does not exist`);
  }
  if (!gateway.some((attachment) => attachment.VpcId === table.VpcId)) {
    throw differentNetworks(table, "network gateway", id);
  }
  if (!fitsGateway(table)) {
    throw new AwsError(
      "InvalidParameterValue",
      `route table ${table.RouteTableId ?? ""} has routes that a gateway's route table cannot have.`,
    );
  }
  return { GatewayId: id };
}

function readHolder(
  regionWorld: RegionWorld,
  table: RouteTable,
  input: AssociateRouteTableCommandInput,
): Holder {
  if ((input.SubnetId === undefined) === (input.GatewayId === undefined)) {
    throw input.SubnetId === undefined
      ? missingParameter("subnetId")
      : new AwsError("InvalidParameterCombination", "Only one of subnetId and gatewayId can be specified.");
  }
  if (input.GatewayId !== undefined) return readGateway(regionWorld, table, input.GatewayId);
  const subnet = getKnown(regionWorld.subnets, subnetCollection, input.SubnetId, "subnetId");
  const id = subnet.SubnetId ?? "";
  if (subnet.VpcId !== table.VpcId) throw differentNetworks(table, "subnet", id);
  return { SubnetId: id };
}

/** Lets a subnet or a gateway use a table. Asked again for the same table, it gives the same association. */
export const associateRouteTable: Handler<
  AssociateRouteTableCommandInput,
  Answer<AssociateRouteTableCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const table = getKnown(regionWorld.routeTables, routeTableCollection, input.RouteTableId, "routeTableId");
  const holder = readHolder(regionWorld, table, input);
  const present = regionWorld.routeTables
    .flatMap((other) => other.Associations ?? [])
    .find(
      ({ SubnetId: subnetId, GatewayId: gatewayId }) =>
        (holder.SubnetId !== undefined && subnetId === holder.SubnetId) ||
        (holder.GatewayId !== undefined && gatewayId === holder.GatewayId),
    );
  if (present !== undefined && present.RouteTableId !== table.RouteTableId) {
    throw new AwsError(
      "Resource.AlreadyAssociated",
      `the specified association for route table ${table.RouteTableId ?? ""} conflicts with an existing association`,
    );
  }
  const { RouteTableAssociationId, AssociationState } = present ?? addAssociation(context, table, holder);
  return { AssociationId: RouteTableAssociationId, AssociationState };
};

function findAssociation(
  { routeTables }: RegionWorld,
  id: string | undefined,
): { table: RouteTable; association: RouteTableAssociation } {
  if (id === undefined || id === "") throw missingParameter("associationId");
  for (const table of routeTables) {
    const association = table.Associations?.find((candidate) => candidate.RouteTableAssociationId === id);
    if (association !== undefined) return { table, association };
  }
  throw new AwsError("InvalidAssociationID.NotFound", `The association ID '${id}' does not exist`);
}

function removeAssociation(table: RouteTable, association: RouteTableAssociation): void {
  table.Associations = table.Associations?.filter((candidate) => candidate !== association);
}

/** Lets a subnet fall back on the main table, or a gateway on none. */
export const disassociateRouteTable: Handler<DisassociateRouteTableCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const { table, association } = findAssociation(regionWorld, input.AssociationId);
  if (association.Main === true) {
    throw new AwsError(
      "InvalidParameterValue",
      `cannot disassociate the main route table association ${input.AssociationId ?? ""}`,
    );
  }
  removeAssociation(table, association);
  return {};
};

/** Moves an association to another table of the VPC: the main one's makes that the main table. */
export const replaceRouteTableAssociation: Handler<
  ReplaceRouteTableAssociationCommandInput,
  Answer<ReplaceRouteTableAssociationCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const { table: before, association } = findAssociation(regionWorld, input.AssociationId);
  const table = getKnown(regionWorld.routeTables, routeTableCollection, input.RouteTableId, "routeTableId");
  if (table.VpcId !== before.VpcId) {
    throw differentNetworks(table, "route table", before.RouteTableId ?? "");
  }
  const { SubnetId: subnetId, GatewayId: gatewayId, Main: isMain } = association;
  const holder: Holder =
    gatewayId !== undefined
      ? readGateway(regionWorld, table, gatewayId)
      : { Main: isMain ?? false, ...(subnetId === undefined ? {} : { SubnetId: subnetId }) };
  removeAssociation(before, association);
  const made = addAssociation(context, table, holder);
  return { NewAssociationId: made.RouteTableAssociationId, AssociationState: made.AssociationState };
};
