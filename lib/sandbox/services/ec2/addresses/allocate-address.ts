import type { AllocateAddressCommandInput, AllocateAddressCommandOutput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { specifiedTags } from "../requests/specified-tags";
import { makeAddress } from "./make-address";

/** "Elastic IP addresses per Region" (VPC user guide: Amazon VPC quotas). */
const ADDRESSES_PER_REGION = 5;

function checkQuota({ regionWorld }: HandlerContext): void {
  // Those that a service manages are not the account's to count.
  const own = regionWorld.addresses.filter((address) => address.ServiceManaged === undefined);
  if (own.length < ADDRESSES_PER_REGION) return;
  throw new AwsError("AddressLimitExceeded", "The maximum number of addresses has been reached.");
}

function checkInput({ regionWorld }: HandlerContext, input: AllocateAddressCommandInput): void {
  const { NetworkBorderGroup: group, PublicIpv4Pool: pool } = input;
  // The wire carries any text, whatever the SDK's type says.
  const domain: string | undefined = input.Domain;
  if (domain !== undefined && domain !== "vpc") {
    throw new AwsError("InvalidParameterValue", `Value (${domain}) for parameter domain is invalid.`);
  }
  if (group !== undefined && group !== regionWorld.region) {
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${group}) for parameter networkBorderGroup is invalid.`,
    );
  }
  if (pool !== undefined && pool !== "amazon") {
    throw new AwsError("InvalidPublicIpv4PoolID.NotFound", `The publicIpv4Pool ID '${pool}' does not exist`);
  }
  if (input.IpamPoolId !== undefined) {
    throw new AwsError("InvalidIpamPoolId.NotFound", `The ipam-pool ID '${input.IpamPoolId}' does not exist`);
  }
  if (input.Address !== undefined) {
    // Only an address that the account released before can be had again, which AWS does not promise either.
    throw new AwsError("AuthFailure", `The address '${input.Address}' does not belong to you.`);
  }
}

/** Allocates an Elastic IP address out of Amazon's. */
export const allocateAddress: Handler<AllocateAddressCommandInput, Answer<AllocateAddressCommandOutput>> = (
  context,
  input,
) => {
  checkInput(context, input);
  const tags = specifiedTags(input.TagSpecifications, "elastic-ip");
  checkQuota(context);
  const address = makeAddress(context, { tags });
  return {
    AllocationId: address.AllocationId,
    Domain: address.Domain,
    NetworkBorderGroup: address.NetworkBorderGroup,
    PublicIp: address.PublicIp,
    PublicIpv4Pool: address.PublicIpv4Pool,
  };
};
