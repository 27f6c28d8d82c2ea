import type { DeleteCustomerGatewayCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { scheduleForgetting } from "../../ec2-transit/lookup/schedule-transit";
import { getCustomerGateway } from "./describe-customer-gateways";

/** Deletes a customer gateway once its VPN connections are deleted. */
export const deleteCustomerGateway: Handler<DeleteCustomerGatewayCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const gateway = getCustomerGateway(context, input.CustomerGatewayId);
  const id = gateway.CustomerGatewayId ?? "";
  const isUsed = context.regionWorld.transit.vpnConnections.some(
    (connection) => connection.CustomerGatewayId === id && connection.State !== "deleted",
  );
  if (isUsed) throw new AwsError("IncorrectState", `The customer gateway is in use: ${id}`);
  gateway.State = "deleted";
  scheduleForgetting(context, id);
  return {};
};
