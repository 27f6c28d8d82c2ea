import type { InstanceNetworkInterface } from "@aws-sdk/client-ec2";
import { interfaceSecurityGroupIds, isLambdaInterface } from "../../network/connections/lambda-interface";
import type { Located, Network, Resource } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import type { Recorded } from "../../network/resources";
import { coversRange, parseCidr, type AddressRange } from "../sets/address-range";
import { PRIVATE_RANGES } from "../sets/special-ranges";

export type EndpointRole =
  "function" | "nat-gateway" | "load-balancer" | "vpc-endpoint" | "transit-gateway" | "instance" | "other";

export interface EndpointAddress {
  range: AddressRange;
  publicRange: AddressRange | null;
}

/** Where packets begin or end: a network interface, or what would be one (a planned connection, a database). */
export interface Endpoint {
  /** The interface's id, or a name for what has none. */
  id: string;
  networkInterfaceId: string | null;
  instanceId: string | null;
  role: EndpointRole;
  vpcId: string;
  subnetId: string;
  addresses: readonly EndpointAddress[];
  /** Null where its groups were not read; empty where it has none, as a NAT gateway. */
  securityGroupIds: readonly string[] | null;
  /** False where packets of others pass too. */
  sourceDestCheck: boolean;
  status: string | null;
  interfaceType: string | null;
  description: string;
}

export function toEndpoint(located: Located<Identified<"NetworkInterfaces">>): Endpoint | null {
  const { resource } = located;
  const { NetworkInterfaceId, VpcId, SubnetId, Attachment } = resource;
  if (!VpcId || !SubnetId) return null;
  return {
    id: NetworkInterfaceId,
    networkInterfaceId: NetworkInterfaceId,
    instanceId: Attachment?.InstanceId ?? null,
    role: roleOf(resource),
    vpcId: VpcId,
    subnetId: SubnetId,
    addresses: addressesOf(resource),
    securityGroupIds: interfaceSecurityGroupIds(resource),
    sourceDestCheck: resource.SourceDestCheck ?? true,
    status: resource.Status ?? null,
    interfaceType: resource.InterfaceType ?? null,
    description: resource.Description ?? "",
  };
}

/** Interfaces that only DescribeInstances told of: a recording may lack DescribeNetworkInterfaces. */
export function endpointsOfInstances(network: Network): Endpoint[] {
  const endpoints: Endpoint[] = [];
  for (const { resource, ...place } of network.instances.values()) {
    for (const own of resource.NetworkInterfaces ?? []) {
      const { NetworkInterfaceId } = own;
      if (NetworkInterfaceId === undefined || network.networkInterfaces.has(NetworkInterfaceId)) continue;
      const asRead = { ...asInterface(own, resource.InstanceId), NetworkInterfaceId };
      const endpoint = toEndpoint({ ...place, resource: asRead });
      if (endpoint) endpoints.push(endpoint);
    }
  }
  return endpoints;
}

/** The members that both answers have, and the instance, which this one leaves out. */
function asInterface(
  own: Recorded<InstanceNetworkInterface>,
  InstanceId: string,
): Resource<"NetworkInterfaces"> {
  const { VpcId, SubnetId, Groups, Description, SourceDestCheck, Status } = own;
  const { PrivateIpAddress, PrivateIpAddresses, Ipv6Addresses, Association } = own;
  return {
    VpcId,
    SubnetId,
    Groups,
    Description,
    SourceDestCheck,
    Status,
    PrivateIpAddress,
    PrivateIpAddresses,
    Ipv6Addresses,
    Association,
    Attachment: { InstanceId },
  };
}

const NAT_GATEWAY_TYPES: ReadonlySet<string> = new Set(["nat_gateway", "natGateway", "regional_nat_gateway"]);

function roleOf(resource: Resource<"NetworkInterfaces">): EndpointRole {
  const { Description = "", Attachment } = resource;
  // Wider than the SDK's list, which spells NAT gateways otherwise than the wire does.
  const InterfaceType: string | undefined = resource.InterfaceType;
  if (isLambdaInterface(resource)) return "function";
  if (InterfaceType !== undefined && NAT_GATEWAY_TYPES.has(InterfaceType)) return "nat-gateway";
  if (Description.startsWith("Interface for NAT Gateway ")) return "nat-gateway";
  if (InterfaceType === "vpc_endpoint" || Description.startsWith("VPC Endpoint Interface ")) {
    return "vpc-endpoint";
  }
  if (
    InterfaceType === "transit_gateway" ||
    Description.startsWith("Network Interface for Transit Gateway")
  ) {
    return "transit-gateway";
  }
  if (InterfaceType === "network_load_balancer" || InterfaceType === "load_balancer") return "load-balancer";
  if (Description.startsWith("ELB ")) return "load-balancer";
  return Attachment?.InstanceId ? "instance" : "other";
}

function addressesOf(resource: Resource<"NetworkInterfaces">): EndpointAddress[] {
  const { PrivateIpAddresses, PrivateIpAddress, Association, Ipv6Addresses, Ipv4Prefixes, Ipv6Prefixes } =
    resource;
  const found = new Map<string, EndpointAddress>();
  const add = (text = "", publicText = "") => {
    const range = parseCidr(text);
    if (!range) return;
    const publicRange = parseCidr(publicText);
    found.set(text, { range, publicRange: publicRange ?? found.get(text)?.publicRange ?? null });
  };
  add(PrivateIpAddress, Association?.PublicIp);
  for (const own of PrivateIpAddresses ?? []) add(own.PrivateIpAddress, own.Association?.PublicIp);
  for (const { Ipv6Address } of Ipv6Addresses ?? []) add(Ipv6Address, publicIpv6(Ipv6Address));
  for (const { Ipv4Prefix } of Ipv4Prefixes ?? []) add(Ipv4Prefix, undefined);
  for (const { Ipv6Prefix } of Ipv6Prefixes ?? []) add(Ipv6Prefix, publicIpv6(Ipv6Prefix));
  return [...found.values()];
}

/** Itself, but for a unique local one, which the internet does not know. */
function publicIpv6(text = ""): string | undefined {
  const range = parseCidr(text);
  return range && PRIVATE_RANGES.some((own) => coversRange(own, range)) ? undefined : text;
}
