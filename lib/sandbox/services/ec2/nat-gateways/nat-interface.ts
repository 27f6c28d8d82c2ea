import type { NetworkInterface, Subnet } from "@aws-sdk/client-ec2";
import { allocateIpv4Address } from "../../../lambda-interfaces/allocate-ipv4-address";
import type { RegionWorld } from "../../../world/world";
import { describeAddress } from "../interfaces/describe-place";
import { newInterface } from "../interfaces/new-interface";
import { removeInterface } from "../interfaces/remove-interface";
import type { Place } from "../routes/make-route-table";

function describeInterface(natGatewayId: string): string {
  return `Interface for NAT Gateway ${natGatewayId}`;
}

/** The one interface of a zonal gateway. */
export function findNatInterface(
  { networkInterfaces }: RegionWorld,
  natGatewayId: string | undefined,
): NetworkInterface | undefined {
  return networkInterfaces.find((eni) => eni.Description === describeInterface(natGatewayId ?? ""));
}

/** Removes the interface of a gateway. */
export function removeNatInterface(regionWorld: RegionWorld, natGatewayId: string): void {
  const gone = findNatInterface(regionWorld, natGatewayId);
  if (gone !== undefined) removeInterface(regionWorld, gone);
}

/** Gives an interface further private addresses: these, or as many free ones. Returns those that it got. */
export function addPrivateAddresses(
  regionWorld: RegionWorld,
  eni: NetworkInterface,
  wanted: { addresses: readonly string[]; count: number },
): string[] {
  const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === eni.SubnetId);
  const got: string[] = [];
  for (let index = 0; index < wanted.count; index += 1) {
    const free = subnet === undefined ? undefined : allocateIpv4Address(regionWorld, subnet);
    const address = wanted.addresses[index] ?? free;
    if (address === undefined) return got;
    eni.PrivateIpAddresses = [
      ...(eni.PrivateIpAddresses ?? []),
      { Primary: false, ...describeAddress(regionWorld, eni.VpcId, address) },
    ];
    got.push(address);
  }
  return got;
}

/** Makes the interface of a gateway, as EC2 shows it from the first moment. */
export function makeNatInterface(
  place: Place,
  subnet: Subnet,
  { natGatewayId, address }: { natGatewayId: string; address: string },
): NetworkInterface {
  const eni = newInterface(place, {
    subnet,
    groups: [],
    addresses: [address],
    type: "nat_gateway",
    description: describeInterface(natGatewayId),
    status: "in-use",
    // As in recordings of 2025; older ones have an account of AWS.
    requester: { id: place.regionWorld.accountId, isService: true },
    attachment: {
      AttachmentId: place.ids.id("ela-attach"),
      DeleteOnTermination: false,
      DeviceIndex: 1,
      InstanceOwnerId: "amazon-aws",
      Status: "attached",
    },
  });
  // A NAT gateway passes on what is not addressed to it.
  eni.SourceDestCheck = false;
  return eni;
}
