import type { Subnet } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import { allocateIpv4Address, usedAddresses } from "../../../lambda-interfaces/allocate-ipv4-address";
import { allocateIpv6Address, findIpv6CidrBlock } from "../../../lambda-interfaces/allocate-ipv6-address";
import { addressNumber, parseCidr } from "../requests/parse-cidr";

type Context = Pick<HandlerContext, "world" | "regionWorld" | "ids">;

/** First four and last address of every subnet are AWS's (VPC user guide: subnet-sizing). */
const RESERVED_AT_START = 4n;

function refuse(message: string): never {
  throw new AwsError("InvalidParameterValue", message);
}

function checkInside(subnet: Subnet, address: string): void {
  const number = addressNumber(address);
  const cidr = parseCidr(subnet.CidrBlock ?? "");
  if (number === undefined || address.includes(":")) {
    refuse(`Value (${address}) for parameter privateIpAddress is invalid. Invalid IPv4 address.`);
  }
  if (cidr === undefined || number < cidr.first || number > cidr.last) {
    refuse(`Address ${address} does not fall within the subnet's address range`);
  }
  if (number < cidr.first + RESERVED_AT_START || number === cidr.last) {
    refuse(`Address ${address} is in subnet's reserved address range`);
  }
}

/**
 * Private IPv4 addresses of a subnet for somebody: those asked for, then as many free ones as are wanted. Throws AwsError
 * for one that is not the subnet's or in use, and InsufficientFreeAddressesInSubnet.
 */
export function chooseAddresses(
  { world, regionWorld }: Pick<Context, "world" | "regionWorld">,
  subnet: Subnet,
  wanted: { asked: readonly string[]; count: number; mayBeInUse?: boolean; taken?: readonly string[] },
): string[] {
  const taken = wanted.taken ?? [];
  const used = usedAddresses(regionWorld, subnet.SubnetId);
  for (const address of taken) used.add(address);
  for (const [index, address] of wanted.asked.entries()) {
    checkInside(subnet, address);
    const isTwice = wanted.asked.indexOf(address) < index;
    if (isTwice || (used.has(address) && wanted.mayBeInUse !== true)) {
      throw new AwsError("InvalidIPAddress.InUse", `Address ${address} is in use.`);
    }
  }
  const isExhausted = world.faults.some(
    (fault) => fault.kind === "no-free-addresses" && fault.subnetId === subnet.SubnetId,
  );
  const chosen = [...wanted.asked];
  for (let left = wanted.count; left > 0; left -= 1) {
    const free = isExhausted ? undefined : allocateIpv4Address(regionWorld, subnet, [...chosen, ...taken]);
    if (free === undefined) {
      throw new AwsError(
        "InsufficientFreeAddressesInSubnet",
        "The specified subnet does not have enough free addresses to satisfy the request.",
      );
    }
    chosen.push(free);
  }
  return chosen;
}

/** IPv6 addresses of a subnet: those asked for, and fresh ones. Throws InvalidParameterValue where it has no IPv6. */
export function chooseIpv6Addresses(
  { ids }: Pick<Context, "ids">,
  subnet: Subnet,
  wanted: { asked: readonly string[]; count: number },
): string[] {
  if (wanted.asked.length + wanted.count === 0) return [];
  const cidr = parseCidr(findIpv6CidrBlock(subnet) ?? "");
  if (cidr === undefined) {
    return refuse(`The subnet '${subnet.SubnetId ?? ""}' does not have an IPv6 CIDR block.`);
  }
  for (const address of wanted.asked) {
    const number = addressNumber(address);
    if (number === undefined || number < cidr.first || number > cidr.last) {
      refuse(`Address ${address} does not fall within the subnet's address range`);
    }
  }
  const fresh = Array.from({ length: wanted.count }, () =>
    allocateIpv6Address(subnet, ids.id("ipv6").slice("ipv6-".length)),
  );
  return [...wanted.asked, ...fresh.flatMap((address) => address ?? [])];
}
