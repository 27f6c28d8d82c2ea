import type { DeleteVpnGatewayCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { scheduleForgetting } from "../../ec2-transit/lookup/schedule-transit";
import { getVpnGateway } from "./describe-vpn-gateways";

/** Deletes a gateway that no VPC is attached to and no VPN connection ends at. */
export const deleteVpnGateway: Handler<DeleteVpnGatewayCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const { transit } = context.regionWorld;
  const gateway = getVpnGateway(context, input.VpnGatewayId);
  const id = gateway.VpnGatewayId ?? "";
  const isAttached = (gateway.VpcAttachments ?? []).some((attachment) => attachment.State !== "detached");
  const isUsed = transit.vpnConnections.some(
    (connection) => connection.VpnGatewayId === id && connection.State !== "deleted",
  );
  if (isAttached || isUsed) throw new AwsError("IncorrectState", `The vpnGateway ID '${id}' is in use.`);
  gateway.State = "deleted";
  scheduleForgetting(context, id);
  return {};
};
