import type {
  CreateTransitGatewayRouteTableCommandInput,
  CreateTransitGatewayRouteTableCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { specifiedTags } from "../../ec2/requests/specified-tags";
import { getOwnGateway } from "../lookup/find-gateway";
import { requireState } from "../lookup/transit-errors";
import { addTransitRouteTable } from "./add-transit-route-table";

/** "Transit gateway route tables per transit gateway" of the quotas. */
const TABLES_PER_GATEWAY = 20;

export const createTransitGatewayRouteTable: Handler<
  CreateTransitGatewayRouteTableCommandInput,
  Answer<CreateTransitGatewayRouteTableCommandOutput>
> = (context, input) => {
  const gateway = getOwnGateway(context, input.TransitGatewayId);
  const gatewayId = gateway.TransitGatewayId ?? "";
  requireState(gatewayId, gateway.State, ["available", "modifying"]);
  const tags = specifiedTags(input.TagSpecifications, "transit-gateway-route-table");
  const living = context.regionWorld.transit.routeTables.filter(
    (table) => table.TransitGatewayId === gatewayId && table.State !== "deleted",
  );
  if (living.length >= TABLES_PER_GATEWAY) {
    throw new AwsError(
      "TransitGatewayRouteTableLimitExceeded",
      `You have reached the limit of ${String(TABLES_PER_GATEWAY)} route tables for ${gatewayId}.`,
    );
  }
  return { TransitGatewayRouteTable: addTransitRouteTable(context, { gatewayId, tags }) };
};
