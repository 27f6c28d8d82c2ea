import type { DeleteNetworkInterfaceCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { getNetworkInterface } from "./network-interface-ids";
import { removeInterface } from "./remove-interface";

/** Deletes an interface that nothing holds any more; one that is attached is refused. */
export const deleteNetworkInterface: Handler<DeleteNetworkInterfaceCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const networkInterface = getNetworkInterface(regionWorld, input.NetworkInterfaceId);
  if (networkInterface.Attachment !== undefined || networkInterface.Status === "in-use") {
    throw new AwsError(
      "InvalidParameterValue",
      `Network interface '${input.NetworkInterfaceId ?? ""}' is currently in use.`,
    );
  }
  removeInterface(regionWorld, networkInterface);
  return {};
};
