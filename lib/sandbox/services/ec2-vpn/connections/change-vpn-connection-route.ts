import type {
  CreateVpnConnectionRouteCommandInput,
  DeleteVpnConnectionRouteCommandInput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { parseCidr } from "../../ec2/requests/parse-cidr";
import { scheduleTransit, TRANSIT_SECONDS } from "../../ec2-transit/lookup/schedule-transit";
import { invalidParameter, required, requireState } from "../../ec2-transit/lookup/transit-errors";
import { refreshVpcRoutes } from "../../ec2-transit/routes/refresh-vpc-routes";
import { getVpnConnection } from "./describe-vpn-connections";

/** Tells a connection of a network behind it: where it is static and ends at a virtual private gateway. */
export const createVpnConnectionRoute: Handler<
  CreateVpnConnectionRouteCommandInput,
  Record<string, never>
> = (context, input) => {
  const connection = getVpnConnection(context, input.VpnConnectionId);
  const id = connection.VpnConnectionId ?? "";
  const cidr = parseCidr(required(input.DestinationCidrBlock, "DestinationCidrBlock"));
  if (cidr?.family !== 4) {
    throw invalidParameter(
      `Value (${input.DestinationCidrBlock ?? ""}) for parameter destinationCidrBlock is invalid.`,
    );
  }
  requireState(id, connection.State, ["available"]);
  if (connection.VpnGatewayId === undefined || connection.Options?.StaticRoutesOnly !== true) {
    throw new AwsError(
      "InvalidParameterCombination",
      `The VPN connection ${id} does not take static routes.`,
    );
  }
  const others = (connection.Routes ?? []).filter((route) => route.DestinationCidrBlock !== cidr.canonical);
  connection.Routes = [
    ...others,
    { DestinationCidrBlock: cidr.canonical, Source: "Static", State: "pending" },
  ];
  scheduleTransit(context, { kind: "vpn-route-available", subject: id, seconds: TRANSIT_SECONDS.link });
  return {};
};

export const deleteVpnConnectionRoute: Handler<
  DeleteVpnConnectionRouteCommandInput,
  Record<string, never>
> = (context, input) => {
  const connection = getVpnConnection(context, input.VpnConnectionId);
  const destination = required(input.DestinationCidrBlock, "DestinationCidrBlock");
  const route = (connection.Routes ?? []).find((other) => other.DestinationCidrBlock === destination);
  if (route === undefined) {
    throw new AwsError(
      "InvalidRoute.NotFound",
      `The VPN connection ${connection.VpnConnectionId ?? ""} has no route to ${destination}.`,
    );
  }
  connection.Routes = (connection.Routes ?? []).filter((other) => other !== route);
  refreshVpcRoutes(context.regionWorld);
  return {};
};
