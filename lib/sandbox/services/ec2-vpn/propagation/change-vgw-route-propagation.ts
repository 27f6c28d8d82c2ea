import type {
  DisableVgwRoutePropagationCommandInput,
  EnableVgwRoutePropagationCommandInput,
  RouteTable,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler, HandlerContext } from "../../../handler";
import { pickByIds } from "../../ec2/describe/pick-by-ids";
import { routeTableCollection } from "../../ec2/routes/describe-route-tables";
import { required } from "../../ec2-transit/lookup/transit-errors";
import { refreshVpcRoutes } from "../../ec2-transit/routes/refresh-vpc-routes";

function getTable(
  { regionWorld }: HandlerContext,
  input: EnableVgwRoutePropagationCommandInput | DisableVgwRoutePropagationCommandInput,
): { table: RouteTable; gatewayId: string } {
  const tableId = required(input.RouteTableId, "RouteTableId");
  const gatewayId = required(input.GatewayId, "GatewayId");
  pickByIds(regionWorld.routeTables, [tableId], routeTableCollection);
  const table = regionWorld.routeTables.find((candidate) => candidate.RouteTableId === tableId);
  if (table === undefined) throw new Error(`The table ${tableId} was just found.`);
  return { table, gatewayId };
}

/** Lets a virtual private gateway of the table's VPC put its routes there. */
export const enableVgwRoutePropagation: Handler<
  EnableVgwRoutePropagationCommandInput,
  Record<string, never>
> = (context, input) => {
  const { table, gatewayId } = getTable(context, input);
  const gateway = context.regionWorld.transit.vpnGateways.find(
    (candidate) => candidate.VpnGatewayId === gatewayId && candidate.State !== "deleted",
  );
  if (gateway === undefined) {
    throw new AwsError("InvalidGatewayID.NotFound", `The gateway ID '${gatewayId}' does not exist`);
  }
  const isAttached = (gateway.VpcAttachments ?? []).some(
    (attachment) => attachment.VpcId === table.VpcId && attachment.State === "attached",
  );
  if (!isAttached) {
    throw new AwsError(
      "Gateway.NotAttached",
      `resource ${gatewayId} is not attached to network ${table.VpcId ?? ""}`,
    );
  }
  const others = (table.PropagatingVgws ?? []).filter((other) => other.GatewayId !== gatewayId);
  table.PropagatingVgws = [...others, { GatewayId: gatewayId }];
  refreshVpcRoutes(context.regionWorld);
  return {};
};

/** Takes the gateway's routes out of the table again. One that puts none there is none to complain about. */
export const disableVgwRoutePropagation: Handler<
  DisableVgwRoutePropagationCommandInput,
  Record<string, never>
> = (context, input) => {
  const { table, gatewayId } = getTable(context, input);
  table.PropagatingVgws = (table.PropagatingVgws ?? []).filter((other) => other.GatewayId !== gatewayId);
  refreshVpcRoutes(context.regionWorld);
  return {};
};
