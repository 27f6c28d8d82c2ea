import type { Network } from "@/lib/core/network/network";
import type { Identified } from "@/lib/core/network/resource-id";
import { together } from "../explore";
import { prefixListCidrs } from "../filters/prefix-lists";
import { holderOf } from "../gateways/holders";
import { isIpv6, isPrivate, isWithin } from "../places/addresses";
import { isOfVpc } from "../places/vpcs";
import { told } from "../places/told";
import { isComplete, type NaiveAnswer } from "../walk";
import { addressesOfRange } from "./addresses-of-range";
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
  const named = publicAddresses(network, serviceList(network, vpcId, service));
  const byLists = unreadLists(network, vpcId, service).map((list) => publicAddresses(network, list));
  const meanings = [...byLists, named];
  const destinations = meanings.flatMap((one) => one.destinations);
  const perhaps = meanings.flatMap((one) => one.perhaps ?? []);
  if (isOff || isComplete(network, "DescribeVpcEndpoints", vpcId)) {
    const mode = byLists.length > 0 ? "either" : named.mode;
    return { network, destinations, perhaps, mode, answer: all(resolved, []) };
  }
  // It may be anywhere in the VPC, with groups that nobody read.
  const subnetIds = [...network.subnets].flatMap(([id, { resource }]) =>
    resource.VpcId === vpcId ? id : [],
  );
  const possible = withInterfaces(network, subnetIds, { groupIds: [], InterfaceType: "vpc_endpoint" });
  const places = at(possible.found);
  const unread = all(resolved, [doubt("NOT_EVALUATED_UNREAD DescribeVpcEndpoints")]);
  if (places.length === 0) return { network, destinations: [], mode: "either", answer: unread };
  return {
    network: possible.network,
    destinations: [...places, ...destinations],
    perhaps,
    mode: "either",
    answer: unread,
  };
}

/** Lists of nobody's name, on the way to a gateway endpoint that is not known: of S3 or DynamoDB. */
function unreadLists(network: Network, vpcId: string, service: string): string[] {
  if (service !== "s3" && service !== "dynamodb") return [];
  if (serviceList(network, vpcId, service) !== undefined) return [];
  const { vpcEndpoints, prefixLists, managedPrefixLists } = network;
  const lists = [...network.routeTables.values()].flatMap(({ resource }) =>
    resource.VpcId !== vpcId
      ? []
      : (resource.Routes ?? [])
          .map(told)
          .flatMap(({ GatewayId = "", DestinationPrefixListId: list, State }) =>
            list !== undefined &&
            GatewayId.startsWith("vpce-") &&
            !vpcEndpoints.has(GatewayId) &&
            State !== "filtered"
              ? list
              : [],
          ),
  );
  return [...new Set(lists)].filter((list) => !prefixLists.has(list) && !managedPrefixLists.has(list));
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

/**
 * One address of each stretch of the ranges that AWS publishes, of which DNS gives any. Where none was read, somewhere on
 * the internet, and perhaps where some rule or route says.
 */
function publicAddresses(
  network: Network,
  listId: string | undefined,
): Pick<Meaning, "destinations" | "perhaps" | "mode"> {
  const cidrs = (listId === undefined ? [] : (prefixListCidrs(network, listId) ?? [])).filter(
    (cidr) => !isIpv6(cidr),
  );
  if (cidrs.length > 0) {
    const all = cidrs.flatMap((cidr) => addressesOfRange(network, cidr));
    return { destinations: [...new Set(all)].map((address) => ({ address })), mode: "sometimes" };
  }
  const list = listId ?? "none";
  const named = addressesOfRange(network, "0.0.0.0/0").filter((address) => mayBeServices(network, address));
  return {
    destinations: ANYWHERE.map(({ address }) => ({ address, list })),
    perhaps: named.map((address) => ({ address, list })),
    mode: "either",
  };
}

/** Not a special address, nor one of a VPC's, of somebody's known, or of another service's list. */
function mayBeServices(network: Network, address: string): boolean {
  const isSpecial = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3"].some((cidr) =>
    isWithin(address, cidr),
  );
  const isTaken =
    holderOf(network, address) !== undefined ||
    isOfVpc(network, address) ||
    listsOfServices(network).some((id) =>
      (prefixListCidrs(network, id) ?? []).some((cidr) => isWithin(address, cidr)),
    );
  return !isSpecial && !isPrivate(address) && !isTaken;
}

/** AWS's own lists: by their names, or because a gateway endpoint answers for them. */
function listsOfServices(network: Network): string[] {
  const named = [...network.prefixLists, ...network.managedPrefixLists].flatMap(([id, { resource }]) =>
    resource.PrefixListName?.startsWith("com.amazonaws.") === true ? [id] : [],
  );
  const routed = [...network.routeTables.values()]
    .flatMap(({ resource }) => resource.Routes ?? [])
    .flatMap(({ GatewayId, DestinationPrefixListId: id }) =>
      GatewayId?.startsWith("vpce-") === true && id !== undefined ? [id] : [],
    );
  return [...named, ...routed];
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
    const route = (resource.Routes ?? [])
      .map(told)
      .find((one) => one.DestinationPrefixListId !== undefined && gateways.includes(one.GatewayId));
    if (route) return route.DestinationPrefixListId;
  }
  return undefined;
}
