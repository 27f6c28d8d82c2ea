import type { CreateNatGatewayCommandInput, Subnet } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { refuseUnencrypted } from "../account/encryption-controls/refuse-unencrypted";
import { allocationIds } from "../addresses/address-ids";
import { getKnown, missingParameter } from "../requests/get-known";
import { cidrContains, parseCidr } from "../requests/parse-cidr";
import { subnetCollection } from "../subnets/describe-subnets";

/** "Secondary private IPv4 addresses per NAT gateway", "Elastic IP addresses per public NAT gateway" (quotas page). */
export const MAX_SECONDARY_ADDRESSES = 7;
export const MAX_ELASTIC_ADDRESSES = 2;
/** "NAT gateways per Availability Zone", in the states pending, available and deleting. */
const GATEWAYS_PER_ZONE = 5;

function combine(message: string): never {
  throw new AwsError("InvalidParameterCombination", message);
}

/** Throws AwsError for a private address that the subnet cannot give. */
export function checkPrivateAddress(regionWorld: RegionWorld, subnet: Subnet, address: string): void {
  const block = parseCidr(subnet.CidrBlock ?? "");
  const one = parseCidr(`${address}/32`);
  if (block === undefined || one === undefined || !cidrContains(block, one)) {
    throw new AwsError(
      "InvalidParameterValue",
      `Address ${address} does not fall within the subnet's address range`,
    );
  }
  const isReserved = one.first < block.first + 4n || one.first === block.last;
  if (isReserved) {
    throw new AwsError("InvalidParameterValue", `Address ${address} is in subnet's reserved address range`);
  }
  const isTaken = regionWorld.networkInterfaces.some(
    (eni) =>
      eni.SubnetId === subnet.SubnetId &&
      eni.PrivateIpAddresses?.some((item) => item.PrivateIpAddress === address),
  );
  if (isTaken) throw new AwsError("InvalidIPAddress.InUse", `Address ${address} is in use.`);
}

function checkQuota(regionWorld: RegionWorld, subnet: Subnet): void {
  const zoneOf = (subnetId: string | undefined) =>
    regionWorld.subnets.find((candidate) => candidate.SubnetId === subnetId)?.AvailabilityZone;
  const count = regionWorld.natGateways.filter(
    ({ SubnetId: id, State: state }) =>
      id !== undefined && state !== "failed" && state !== "deleted" && zoneOf(id) === subnet.AvailabilityZone,
  ).length;
  if (count < GATEWAYS_PER_ZONE) return;
  throw new AwsError(
    "NatGatewayLimitExceeded",
    `Performing this operation would exceed the limit of ${String(GATEWAYS_PER_ZONE)} NAT gateways`,
  );
}

export interface ZonalRequest {
  subnet: Subnet;
  isPublic: boolean;
  /** The first one is the primary address's. */
  allocationIds: string[];
  privateAddress?: string;
  secondary: { addresses: string[]; count: number };
}

function readAllocations(regionWorld: RegionWorld, input: CreateNatGatewayCommandInput): string[] {
  const isPublic = input.ConnectivityType !== "private";
  const { AllocationId: first, SecondaryAllocationIds: others = [] } = input;
  if (!isPublic) {
    if (first !== undefined || others.length > 0)
      combine("A private NAT gateway cannot have an allocation ID.");
    return [];
  }
  if (first === undefined) throw missingParameter("AllocationId");
  const asked = [first, ...others];
  for (const id of asked) getKnown(regionWorld.addresses, allocationIds, id, "allocationId");
  if (asked.length > MAX_ELASTIC_ADDRESSES) {
    throw new AwsError(
      "AddressLimitExceeded",
      `A public NAT gateway can have up to ${String(MAX_ELASTIC_ADDRESSES)} Elastic IP addresses.`,
    );
  }
  return asked;
}

function readSecondary(
  regionWorld: RegionWorld,
  subnet: Subnet,
  input: CreateNatGatewayCommandInput,
): ZonalRequest["secondary"] {
  const { SecondaryPrivateIpAddresses: addresses = [], SecondaryPrivateIpAddressCount: count } = input;
  if (addresses.length > 0 && count !== undefined) {
    combine("SecondaryPrivateIpAddresses and SecondaryPrivateIpAddressCount cannot be used together.");
  }
  for (const address of addresses) checkPrivateAddress(regionWorld, subnet, address);
  const wanted = Math.max(addresses.length, count ?? 0, input.SecondaryAllocationIds?.length ?? 0);
  if (wanted > MAX_SECONDARY_ADDRESSES) {
    throw new AwsError(
      "InvalidParameterValue",
      `A NAT gateway can have up to ${String(MAX_SECONDARY_ADDRESSES)} secondary private IPv4 addresses.`,
    );
  }
  return { addresses, count: wanted };
}

/** What a request for a gateway in one subnet says. Throws AwsError for what EC2 refuses at once. */
export function readZonalRequest(
  regionWorld: RegionWorld,
  input: CreateNatGatewayCommandInput,
): ZonalRequest {
  if (input.VpcId !== undefined || (input.AvailabilityZoneAddresses ?? []).length > 0) {
    combine("VpcId and AvailabilityZoneAddresses are for regional NAT gateways only.");
  }
  const subnet = getKnown(regionWorld.subnets, subnetCollection, input.SubnetId, "subnetId");
  const ids = readAllocations(regionWorld, input);
  if (input.PrivateIpAddress !== undefined) checkPrivateAddress(regionWorld, subnet, input.PrivateIpAddress);
  const secondary = readSecondary(regionWorld, subnet, input);
  checkQuota(regionWorld, subnet);
  refuseUnencrypted(regionWorld, subnet.VpcId, { what: "A NAT gateway", resource: "NatGateway" });
  return {
    subnet,
    isPublic: input.ConnectivityType !== "private",
    allocationIds: ids,
    ...(input.PrivateIpAddress === undefined ? {} : { privateAddress: input.PrivateIpAddress }),
    secondary,
  };
}
