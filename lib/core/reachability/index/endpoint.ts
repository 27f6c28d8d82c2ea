import { interfaceSecurityGroupIds, isLambdaInterface } from "../../network/connections/lambda-interface";
import type { Network, Resource } from "../../network/network";
import type { Identified } from "../../network/resource-id";
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
  /** False where packets of others pass too; null where that was not read. */
  sourceDestCheck: boolean | null;
  status: string | null;
  interfaceType: string | null;
  description: string;
}

/** Null where its subnet was not told, nor its VPC, which its subnet may tell too. */
export function toEndpoint(network: Network, resource: Identified<"NetworkInterfaces">): Endpoint | null {
  const { NetworkInterfaceId, SubnetId, Attachment } = resource;
  const VpcId = resource.VpcId ?? network.subnets.get(SubnetId ?? "")?.resource.VpcId;
  if (!VpcId || !SubnetId) return null;
  const role = roleOf(resource);
  const securityGroupIds = interfaceSecurityGroupIds(resource);
  return {
    id: NetworkInterfaceId,
    networkInterfaceId: NetworkInterfaceId,
    instanceId: Attachment?.InstanceId ?? null,
    role,
    vpcId: VpcId,
    subnetId: SubnetId,
    addresses: addressesOf(resource),
    // What must have one and is told to have none was not told.
    securityGroupIds: securityGroupIds.length === 0 && HAVE_GROUPS.has(role) ? null : securityGroupIds,
    sourceDestCheck: resource.SourceDestCheck ?? null,
    status: resource.Status ?? null,
    interfaceType: resource.InterfaceType ?? null,
    description: resource.Description ?? "",
  };
}

/** The first of a VPC's groups is its default one, which they have where no other was chosen. */
const HAVE_GROUPS: ReadonlySet<EndpointRole> = new Set(["function", "instance", "vpc-endpoint", "other"]);

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
