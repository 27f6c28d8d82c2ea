import type { NetworkInterface, Subnet } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import { allocateIpv4Address } from "../../../lambda-interfaces/allocate-ipv4-address";
import type { RegionWorld } from "../../../world/world";
import { removeInterface } from "../../ec2/interfaces/remove-interface";

type InterfaceContext = Pick<HandlerContext, "regionWorld" | "ids">;

function describeInterface(attachmentId: string): string {
  return `Network Interface for Transit Gateway Attachment ${attachmentId}`;
}

/** Throws InsufficientFreeAddressesInSubnet where a subnet has no address left for an interface. */
export function checkFreeAddresses(regionWorld: RegionWorld, subnets: readonly Subnet[]): void {
  const full = subnets.find((subnet) => allocateIpv4Address(regionWorld, subnet) === undefined);
  if (full === undefined) return;
  throw new AwsError(
    "InsufficientFreeAddressesInSubnet",
    `The subnet '${full.SubnetId ?? ""}' does not have enough free addresses to satisfy the request.`,
  );
}

/** Adds the interface that an attachment has in each of its subnets. Throws Error where one is full: ask before. */
export function addAttachmentInterfaces(
  { regionWorld, ids }: InterfaceContext,
  attachmentId: string,
  subnets: readonly Subnet[],
): void {
  for (const subnet of subnets) {
    const address = allocateIpv4Address(regionWorld, subnet);
    if (address === undefined) throw new Error(`No free address in ${subnet.SubnetId ?? ""}.`);
    const mac = ids.id("mac").slice(-10);
    const networkInterface: NetworkInterface = {
      NetworkInterfaceId: ids.id("eni"),
      InterfaceType: "transit_gateway",
      Description: describeInterface(attachmentId),
      OwnerId: regionWorld.accountId,
      RequesterId: "amazon-aws",
      RequesterManaged: true,
      Status: "in-use",
      VpcId: subnet.VpcId,
      SubnetId: subnet.SubnetId,
      AvailabilityZone: subnet.AvailabilityZone,
      MacAddress: ["0a", ...[0, 2, 4, 6, 8].map((start) => mac.slice(start, start + 2))].join(":"),
      PrivateIpAddress: address,
      PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: address }],
      Ipv6Addresses: [],
      Groups: [],
      Attachment: {
        AttachmentId: ids.id("ela-attach"),
        DeleteOnTermination: false,
        DeviceIndex: 1,
        InstanceOwnerId: "amazon-aws",
        Status: "attached",
      },
      SourceDestCheck: true,
      TagSet: [],
    };
    regionWorld.networkInterfaces.push(networkInterface);
  }
}

/** Removes an attachment's interfaces: all of them, or those in these subnets. Routes to them lead nowhere then. */
export function removeAttachmentInterfaces(
  regionWorld: RegionWorld,
  attachmentId: string,
  subnetIds?: readonly string[],
): void {
  const description = describeInterface(attachmentId);
  const gone = regionWorld.networkInterfaces.filter(
    ({ Description, SubnetId }) =>
      Description === description && (subnetIds === undefined || subnetIds.includes(SubnetId ?? "")),
  );
  for (const eni of gone) removeInterface(regionWorld, eni);
}
