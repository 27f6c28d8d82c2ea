import type { DeleteInternetGatewayCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { getKnown } from "../requests/get-known";
import { internetGatewayCollection } from "./describe-internet-gateways";

/** Deletes a gateway that is on no VPC, with its association to a route table. */
export const deleteInternetGateway: Handler<DeleteInternetGatewayCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const { internetGateways, routeTables } = regionWorld;
  const asked = input.InternetGatewayId;
  const gateway = getKnown(internetGateways, internetGatewayCollection, asked, "internetGatewayId");
  const id = gateway.InternetGatewayId ?? "";
  if ((gateway.Attachments ?? []).length > 0) {
    throw new AwsError(
      "DependencyViolation",
      `The internetGateway '${id}' has dependencies and cannot be deleted.`,
    );
  }
  regionWorld.internetGateways = internetGateways.filter((candidate) => candidate !== gateway);
  for (const table of routeTables) {
    table.Associations = table.Associations?.filter((association) => association.GatewayId !== id);
  }
  return {};
};
