import type { Network, Resource } from "@/lib/core/network/network";
import { isSameAddress, isWithin } from "./addresses";

export type NetworkInterface = Resource<"NetworkInterfaces">;

/** Every private IPv4 and every IPv6 address. */
export function addressesOf(networkInterface: NetworkInterface): string[] {
  const { PrivateIpAddress, PrivateIpAddresses, Ipv6Addresses } = networkInterface;
  return [
    PrivateIpAddress,
    ...(PrivateIpAddresses ?? []).map((item) => item.PrivateIpAddress),
    ...(Ipv6Addresses ?? []).map((item) => item.Ipv6Address),
  ].filter((address) => address !== undefined);
}

export function hasAddress(networkInterface: NetworkInterface, address: string): boolean {
  return (
    addressesOf(networkInterface).some((own) => isSameAddress(own, address)) ||
    (networkInterface.Ipv4Prefixes ?? []).some(({ Ipv4Prefix }) => isWithin(address, Ipv4Prefix)) ||
    (networkInterface.Ipv6Prefixes ?? []).some(({ Ipv6Prefix }) => isWithin(address, Ipv6Prefix))
  );
}

export function interfaceAt(network: Network, vpcId: string, address: string): NetworkInterface | undefined {
  for (const { resource } of network.networkInterfaces.values()) {
    if (resource.VpcId === vpcId && hasAddress(resource, address)) return resource;
  }
  return undefined;
}

/** The public address that stands for a private one. */
export function publicAddressOf(networkInterface: NetworkInterface, address: string): string | undefined {
  const listed = (networkInterface.PrivateIpAddresses ?? []).find(
    (item) => item.PrivateIpAddress === address,
  );
  const own = listed?.Association?.PublicIp;
  if (own !== undefined) return own;
  return networkInterface.PrivateIpAddress === address ? networkInterface.Association?.PublicIp : undefined;
}

export function isLambda({ InterfaceType, Description }: NetworkInterface): boolean {
  return InterfaceType === "lambda" || Description?.startsWith("AWS Lambda VPC ENI") === true;
}

/** On the wire it is `nat_gateway`; the SDK's type says `natGateway`. */
export function isNatGatewayInterface({ InterfaceType }: NetworkInterface): boolean {
  const type: string | undefined = InterfaceType;
  return type === "nat_gateway" || type === "natGateway";
}

export function groupIdsOf({ Groups }: NetworkInterface): string[] {
  return (Groups ?? []).flatMap(({ GroupId }) => (GroupId === undefined ? [] : [GroupId]));
}

/** Not in use, or of an instance that does not run: nothing is sent or taken. */
export function isDown(network: Network, { Status, Attachment }: NetworkInterface): boolean {
  if (Status !== undefined && Status !== "in-use") return true;
  const instance = network.instances.get(Attachment?.InstanceId ?? "")?.resource;
  return instance?.State?.Name !== undefined && instance.State.Name !== "running";
}

/** The first interface of an instance. */
export function instanceInterface(network: Network, instanceId: string): NetworkInterface | undefined {
  const attached = [...network.networkInterfaces.values()]
    .map(({ resource }) => resource)
    .filter(({ Attachment }) => Attachment?.InstanceId === instanceId);
  return attached.find(({ Attachment }) => (Attachment?.DeviceIndex ?? 0) === 0) ?? attached[0];
}
