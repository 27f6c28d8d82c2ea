import type { DeleteNetworkInterfaceCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { idError } from "../describe/pick-by-ids";
import { networkInterfaceCollection } from "./describe-network-interfaces";

/** Deletes an interface that nothing holds any more; one that is attached is refused. */
export const deleteNetworkInterface: Handler<DeleteNetworkInterfaceCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const id = input.NetworkInterfaceId ?? "";
  const index = regionWorld.networkInterfaces.findIndex((candidate) => candidate.NetworkInterfaceId === id);
  const found = regionWorld.networkInterfaces[index];
  if (found === undefined) throw idError(networkInterfaceCollection, id);
  if (found.Status !== "available") {
    throw new AwsError("InvalidParameterValue", `Network interface '${id}' is currently in use.`);
  }
  regionWorld.networkInterfaces.splice(index, 1);
  return {};
};
