import type { ReleaseAddressCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { getKnown } from "../requests/get-known";
import { allocationIds } from "./address-ids";
import { refuseServiceAddress } from "./associate-address";

/** Gives an address back. One of a VPC is named by its allocation, and must be in use nowhere. */
export const releaseAddress: Handler<ReleaseAddressCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  if (input.AllocationId === undefined && input.PublicIp !== undefined) {
    throw new AwsError(
      "InvalidParameterValue",
      "You must specify an allocation id when releasing a VPC elastic IP address",
    );
  }
  const address = getKnown(regionWorld.addresses, allocationIds, input.AllocationId, "allocationId");
  refuseServiceAddress(regionWorld, { ServiceManaged: address.ServiceManaged });
  if (address.AssociationId !== undefined) {
    throw new AwsError("InvalidIPAddress.InUse", `Address ${address.PublicIp ?? ""} is in use.`);
  }
  regionWorld.addresses = regionWorld.addresses.filter((candidate) => candidate !== address);
  return {};
};
