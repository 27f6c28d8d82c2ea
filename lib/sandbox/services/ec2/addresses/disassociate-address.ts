import type { Address, DisassociateAddressCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { missingParameter } from "../requests/get-known";
import { refuseServiceAddress } from "./associate-address";
import { unbindAddress } from "./bind-address";

function findAddress(regionWorld: RegionWorld, input: DisassociateAddressCommandInput): Address {
  const { AssociationId: id, PublicIp: publicIp } = input;
  if (id === undefined && publicIp === undefined) throw missingParameter("associationId");
  const address = regionWorld.addresses.find((candidate) =>
    id === undefined ? candidate.PublicIp === publicIp : candidate.AssociationId === id,
  );
  if (address !== undefined) return address;
  throw id === undefined
    ? new AwsError("InvalidAddress.NotFound", `Address '${publicIp ?? ""}' not found.`)
    : new AwsError("InvalidAssociationID.NotFound", `The association ID '${id}' does not exist`);
}

/** Takes an address off an interface. "This is an idempotent operation" (EC2 API reference). */
export const disassociateAddress: Handler<DisassociateAddressCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const address = findAddress(context.regionWorld, input);
  refuseServiceAddress(context.regionWorld, address);
  unbindAddress(context, address);
  return {};
};
