import type { NetworkInterface } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { idError, type IdKind } from "../describe/pick-by-ids";

/** How EC2 words its complaints about ids of interfaces. */
export const networkInterfaceIds: IdKind = {
  prefix: "eni",
  notFoundCode: "InvalidNetworkInterfaceID.NotFound",
  notFoundMessage: "The networkInterface ID '{id}' does not exist",
  malformedCode: "InvalidNetworkInterfaceId.Malformed",
};

/** The interface of this id. Throws InvalidNetworkInterfaceID.NotFound. */
export function getNetworkInterface(regionWorld: RegionWorld, id: string | undefined): NetworkInterface {
  const found = regionWorld.networkInterfaces.find((candidate) => candidate.NetworkInterfaceId === id);
  if (found === undefined) throw idError(networkInterfaceIds, id ?? "");
  return found;
}

/** Throws AuthFailure for an interface that a service manages: users may look at it, no more. */
export function refuseManaged(networkInterface: NetworkInterface): void {
  if (networkInterface.RequesterManaged !== true) return;
  throw new AwsError("AuthFailure", "You do not have permission to access the specified resource.", {
    httpStatus: 401,
  });
}
