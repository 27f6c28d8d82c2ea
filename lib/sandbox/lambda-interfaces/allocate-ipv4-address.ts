import type { Subnet } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../world/world";

/** First four and last address of every subnet are AWS's (VPC user guide: subnet-sizing). */
const RESERVED_AT_START = 4;
const RESERVED_AT_END = 1;

/** The lowest free private IPv4 address of a subnet that is not in `taken`, or undefined when it has none left. */
export function allocateIpv4Address(
  regionWorld: RegionWorld,
  subnet: Subnet,
  taken: readonly string[] = [],
): string | undefined {
  const range = parseRange(subnet.CidrBlock);
  if (range === undefined) return undefined;
  const used = usedAddresses(regionWorld, subnet.SubnetId);
  for (const address of taken) used.add(address);
  for (let number = range.first + RESERVED_AT_START; number <= range.last - RESERVED_AT_END; number += 1) {
    const address = toDotted(number);
    if (!used.has(address)) return address;
  }
  return undefined;
}

/** The private IPv4 addresses that interfaces hold in a subnet. */
export function usedAddresses(regionWorld: RegionWorld, subnetId: string | undefined): Set<string> {
  const inSubnet = regionWorld.networkInterfaces.filter((candidate) => candidate.SubnetId === subnetId);
  return new Set(
    inSubnet.flatMap((candidate) => [
      ...(candidate.PrivateIpAddress === undefined ? [] : [candidate.PrivateIpAddress]),
      ...(candidate.PrivateIpAddresses ?? []).flatMap((address) => address.PrivateIpAddress ?? []),
    ]),
  );
}

/** Addresses as unsigned numbers; undefined for a subnet without IPv4. */
function parseRange(cidr: string | undefined): { first: number; last: number } | undefined {
  const [address, length] = (cidr ?? "").split("/");
  if (address === undefined || length === undefined) return undefined;
  const size = 2 ** (32 - Number(length));
  const number = address.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const first = number - (number % size);
  return { first, last: first + size - 1 };
}

function toDotted(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join(".");
}
