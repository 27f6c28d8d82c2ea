import type {
  Address,
  DescribeAddressesCommandInput,
  DescribeAddressesCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { createFilter } from "../describe/match-filters";
import { pickByIds } from "../describe/pick-by-ids";
import { allocationIds } from "./address-ids";

/** Elastic IP addresses. */
export const describeAddresses: Handler<
  DescribeAddressesCommandInput,
  Answer<DescribeAddressesCommandOutput>
> = ({ regionWorld }, input) => {
  const publicIps = input.PublicIps ?? [];
  const unknown = publicIps.find((ip) => !regionWorld.addresses.some((address) => address.PublicIp === ip));
  if (unknown !== undefined) throw new AwsError("InvalidAddress.NotFound", `Address '${unknown}' not found.`);
  const passes = createFilter<Address>(
    input.Filters,
    {
      "allocation-id": (address) => address.AllocationId,
      "association-id": (address) => address.AssociationId,
      domain: (address) => address.Domain,
      "instance-id": (address) => address.InstanceId,
      "network-border-group": (address) => address.NetworkBorderGroup,
      "network-interface-id": (address) => address.NetworkInterfaceId,
      "network-interface-owner-id": (address) => address.NetworkInterfaceOwnerId,
      "private-ip-address": (address) => address.PrivateIpAddress,
      "public-ip": (address) => address.PublicIp,
    },
    (address) => address.Tags,
  );
  const addresses = pickByIds(regionWorld.addresses, input.AllocationIds, allocationIds);
  const isNamed = (address: Address): boolean =>
    publicIps.length === 0 || publicIps.includes(address.PublicIp ?? "");
  return { Addresses: addresses.filter((address) => isNamed(address) && passes(address)) };
};
