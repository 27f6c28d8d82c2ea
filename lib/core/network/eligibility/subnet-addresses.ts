import type { Resource } from "../network";

/** AWS keeps the first four and the last IPv4 address of every subnet (VPC User Guide, "Subnet sizing"). */
const RESERVED_ADDRESSES = 5;

export interface SubnetAddresses {
  /** Free IPv4 addresses; null where AWS did not say. */
  free: number | null;
  /** IPv4 addresses that can be used at all; null without an IPv4 range. */
  usable: number | null;
}

export function subnetAddresses({
  AvailableIpAddressCount,
  CidrBlock,
}: Resource<"Subnets">): SubnetAddresses {
  const prefix = /\/(\d{1,2})$/.exec(CidrBlock ?? "")?.[1];
  return {
    free: AvailableIpAddressCount ?? null,
    usable: prefix === undefined ? null : Math.max(0, 2 ** (32 - Number(prefix)) - RESERVED_ADDRESSES),
  };
}
