import type { Subnet } from "@aws-sdk/client-ec2";
import type { RegionWorld, World } from "../../../world/world";

/** First four and last IPv4 address of every subnet (VPC user guide: "Subnet sizing"). */
const RESERVED_ADDRESSES = 5;

function subnetSize(cidr: string | undefined): number {
  const length = Number(cidr?.split("/")[1]);
  return Number.isInteger(length) ? 2 ** (32 - length) : 0;
}

/** Subnet id -> private IPv4 addresses that interfaces hold there. */
export function countUsedAddresses(regionWorld: RegionWorld): Map<string, number> {
  const used = new Map<string, number>();
  for (const { SubnetId: subnetId, PrivateIpAddresses: addresses } of regionWorld.networkInterfaces) {
    if (subnetId !== undefined) used.set(subnetId, (used.get(subnetId) ?? 0) + (addresses?.length ?? 1));
  }
  return used;
}

/** The subnet with `AvailableIpAddressCount` as its interfaces leave it: counted on each read, never stored. */
export function withFreeAddresses(world: World, used: ReadonlyMap<string, number>, subnet: Subnet): Subnet {
  const id = subnet.SubnetId ?? "";
  const isExhausted = world.faults.some(
    (fault) => fault.kind === "no-free-addresses" && fault.subnetId === id,
  );
  const free = subnetSize(subnet.CidrBlock) - RESERVED_ADDRESSES - (used.get(id) ?? 0);
  return { ...subnet, AvailableIpAddressCount: isExhausted ? 0 : Math.max(0, free) };
}
