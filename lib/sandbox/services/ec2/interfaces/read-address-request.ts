import type { InstanceIpv6Address, PrivateIpAddressSpecification, Subnet } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";

/** The private IPv4 addresses that somebody wants: these, the primary one first, and `count` more that EC2 chooses. */
export interface AddressRequest {
  asked: string[];
  count: number;
}

function refuse(message: string): never {
  throw new AwsError("InvalidParameterCombination", message);
}

/** Reads the members that CreateNetworkInterface and RunInstances have in common. An interface has one at least. */
export function readAddressRequest(input: {
  PrivateIpAddress?: string | undefined;
  PrivateIpAddresses?: PrivateIpAddressSpecification[] | undefined;
  SecondaryPrivateIpAddressCount?: number | undefined;
}): AddressRequest {
  const { PrivateIpAddress: single, PrivateIpAddresses: listed = [] } = input;
  const extra = input.SecondaryPrivateIpAddressCount ?? 0;
  const primaries = listed.filter((item) => item.Primary === true);
  // "only one IP address can be designated as primary" (EC2 API reference: CreateNetworkInterface).
  if (primaries.length + (single === undefined ? 0 : 1) > 1) {
    refuse("Only one primary private IP address can be specified.");
  }
  if (extra > 0 && listed.length > 1) {
    refuse("Secondary addresses can be listed or counted, not both.");
  }
  const primary = single ?? primaries[0]?.PrivateIpAddress;
  const others = listed
    .filter((item) => item.Primary !== true)
    .flatMap((item) => item.PrivateIpAddress ?? []);
  // Without a primary one EC2 chooses it: the first of `asked` must not be taken for it.
  if (primary === undefined && others.length > 0) refuse("A primary private IP address must be specified.");
  return primary === undefined
    ? { asked: [], count: 1 + extra }
    : { asked: [primary, ...others], count: extra };
}

/** The IPv6 addresses that somebody wants; one, unless it is said otherwise, where the subnet assigns them on creation. */
export function readIpv6Request(
  subnet: Subnet,
  input: { Ipv6Addresses?: InstanceIpv6Address[] | undefined; Ipv6AddressCount?: number | undefined },
): AddressRequest {
  const asked = (input.Ipv6Addresses ?? []).flatMap((item) => item.Ipv6Address ?? []);
  if (asked.length > 0 && (input.Ipv6AddressCount ?? 0) > 0) {
    refuse("IPv6 addresses can be listed or counted, not both.");
  }
  const usual = subnet.AssignIpv6AddressOnCreation === true && asked.length === 0 ? 1 : 0;
  return { asked, count: input.Ipv6AddressCount ?? usual };
}
