import type { Network } from "@/lib/core/network/network";
import type { Identified } from "@/lib/core/network/resource-id";
import { together } from "../explore";
import { prefixListCidrs } from "../filters/prefix-lists";
import { addressAt, isIpv6, isWithin, prefixLength } from "../places/addresses";
import { isComplete, type NaiveAnswer } from "../walk";
import { ANYWHERE, at, RESOLVED, type Meaning } from "./meanings";
import { serversOf } from "./resolve-name";
import { withInterfaces } from "./with-interfaces";

type Endpoint = Identified<"VpcEndpoints">;

/** At an interface endpoint whose private name is in effect, else at the service's public addresses. */
export function serviceMeaning(
  network: Network,
  vpcId: string,
  service: string,
  resolved: NaiveAnswer,
): Meaning {
  const endpoint = namedEndpoint(network, vpcId, service);
  const { EnableDnsSupport, EnableDnsHostnames } = network.vpcAttributes.get(vpcId)?.resource ?? {};
  const isOff = EnableDnsSupport?.Value === false || EnableDnsHostnames?.Value === false;
  if (endpoint && !isOff) {
    const doubts: NaiveAnswer[] = [];
    if (EnableDnsSupport?.Value === undefined || EnableDnsHostnames?.Value === undefined)
      doubts.push(doubt("NOT_EVALUATED_UNREAD DescribeVpcAttribute"));
    // What they answer is not known, only that they are asked.
    const isAskedElsewhere = (serversOf(network, vpcId) ?? []).some((server) => !server.startsWith("Amazon"));
    if (isAskedElsewhere) doubts.push(doubt("NOT_EVALUATED_DNS private name"));
    return { ...placesOf(network, endpoint), mode: "sometimes", answer: all(resolved, doubts) };
  }
  const doubts = isComplete(network, "DescribeVpcEndpoints", vpcId)
    ? []
    : [doubt("NOT_EVALUATED_UNREAD DescribeVpcEndpoints")];
  const destinations = publicAddresses(network, vpcId, service);
  return { network, destinations, mode: "every", answer: all(resolved, doubts) };
}

function doubt(reason: string): NaiveAnswer {
  return { verdict: "unknown", reasons: [reason] };
}

function all(resolved: NaiveAnswer, doubts: readonly NaiveAnswer[]): NaiveAnswer {
  return together("every", [resolved.verdict === "reachable" ? RESOLVED : resolved, ...doubts]);
}

const GONE = ["deleted", "deleting", "rejected", "expired", "failed"];

/** S3's may leave its name to those who ask from outside by a resolver endpoint. */
function namedEndpoint(network: Network, vpcId: string, service: string): Endpoint | undefined {
  return [...network.vpcEndpoints.values()]
    .map(({ resource }) => resource)
    .filter(
      (one) =>
        one.VpcId === vpcId &&
        one.VpcEndpointType === "Interface" &&
        one.ServiceName?.endsWith(`.${service}`) === true &&
        !GONE.includes(one.State?.toLowerCase() ?? "") &&
        one.PrivateDnsEnabled === true &&
        one.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint !== true,
    )
    .sort((left, right) => (left.VpcEndpointId < right.VpcEndpointId ? -1 : 1))[0];
}

function placesOf(network: Network, endpoint: Endpoint): Pick<Meaning, "network" | "destinations"> {
  const { NetworkInterfaceIds = [], SubnetIds = [], Groups = [] } = endpoint;
  const known = NetworkInterfaceIds.flatMap((id) => network.networkInterfaces.get(id)?.resource ?? []);
  if (known.length > 0 && known.length === NetworkInterfaceIds.length)
    return { network, destinations: at(known) };
  const groupIds = Groups.map(({ GroupId = "" }) => GroupId);
  const possible = withInterfaces(network, SubnetIds, { groupIds, InterfaceType: "vpc_endpoint" });
  const made = possible.found.map(({ NetworkInterfaceId }) => NetworkInterfaceId);
  const vpcEndpoints = new Map(possible.network.vpcEndpoints);
  const located = vpcEndpoints.get(endpoint.VpcEndpointId);
  if (located)
    vpcEndpoints.set(endpoint.VpcEndpointId, {
      ...located,
      resource: { ...endpoint, NetworkInterfaceIds: made },
    });
  return { network: { ...possible.network, vpcEndpoints }, destinations: at(possible.found) };
}

/** The first and the last address of each range that AWS publishes; where none was read, one of its list. */
function publicAddresses(network: Network, vpcId: string, service: string): Meaning["destinations"] {
  const listId = serviceList(network, vpcId, service);
  if (listId === undefined) return ANYWHERE;
  const cidrs = (prefixListCidrs(network, listId) ?? []).filter((cidr) => !isIpv6(cidr));
  if (cidrs.length === 0) return ANYWHERE.map(({ address }) => ({ address, list: listId }));
  // Somebody's own list may hold some of them.
  const inOthers = [...network.managedPrefixListEntries.keys()]
    .flatMap((otherId) => prefixListCidrs(network, otherId) ?? [])
    .map((cidr) => cidr.split("/")[0] ?? "")
    .filter((address) => cidrs.some((cidr) => isWithin(address, cidr)));
  const ends = cidrs.flatMap((cidr) => [
    addressAt(cidr, 0),
    addressAt(cidr, 2 ** (32 - prefixLength(cidr)) - 1),
  ]);
  return [...new Set([...ends, ...inOthers])].map((address) => ({ address }));
}

/** By its name, or as that which leads to a gateway endpoint of the service. */
function serviceList(network: Network, vpcId: string, service: string): string | undefined {
  const region = network.vpcs.get(vpcId)?.region ?? "";
  for (const lists of [network.prefixLists, network.managedPrefixLists])
    for (const [listId, { resource, region: own }] of lists)
      if (resource.PrefixListName === `com.amazonaws.${region}.${service}` && own === region) return listId;
  const gateways: (string | undefined)[] = [...network.vpcEndpoints.values()]
    .map(({ resource }) => resource)
    .filter((one) => one.VpcId === vpcId && one.ServiceName?.endsWith(`.${service}`) === true)
    .map(({ VpcEndpointId }) => VpcEndpointId);
  for (const { resource } of network.routeTables.values()) {
    if (resource.VpcId !== vpcId) continue;
    const route = (resource.Routes ?? []).find(
      (one) => one.DestinationPrefixListId !== undefined && gateways.includes(one.GatewayId),
    );
    if (route) return route.DestinationPrefixListId;
  }
  return undefined;
}
