import type { DeleteVpnConnectionCommandInput } from "@aws-sdk/client-ec2";
import type { Handler } from "../../../handler";
import { scheduleTransit, TRANSIT_SECONDS } from "../../ec2-transit/lookup/schedule-transit";
import { requireState } from "../../ec2-transit/lookup/transit-errors";
import { refreshVpcRoutes } from "../../ec2-transit/routes/refresh-vpc-routes";
import { getVpnConnection } from "./describe-vpn-connections";

/** Deletes a connection, and its attachment to a transit gateway. */
export const deleteVpnConnection: Handler<DeleteVpnConnectionCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const { regionWorld } = context;
  const connection = getVpnConnection(context, input.VpnConnectionId);
  const id = connection.VpnConnectionId ?? "";
  requireState(id, connection.State, ["available", "pending"]);
  connection.State = "deleting";
  for (const attachment of regionWorld.transit.vpnAttachments) {
    if (attachment.vpnConnectionId === id) attachment.state = "deleting";
  }
  refreshVpcRoutes(regionWorld);
  scheduleTransit(context, {
    kind: "vpn-connection-deleted",
    subject: id,
    seconds: TRANSIT_SECONDS.attachment,
  });
  return {};
};
