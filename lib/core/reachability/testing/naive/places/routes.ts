import type { Route } from "@aws-sdk/client-ec2";
import type { Network, Resource } from "@/lib/core/network/network";
import type { Recorded } from "@/lib/core/network/resources";
import { isPrivate, isWithin, prefixLength } from "./addresses";
import { told } from "./told";
import { isOfVpc } from "./vpcs";
import { prefixListCidrs } from "../filters/prefix-lists";
import { Blocked, isComplete, Lost, type Walk } from "../walk";

type AnyRoute = Recorded<Route>;
type RouteTable = Resource<"RouteTables">;

interface Candidate {
  route: AnyRoute;
  length: number;
  /** Static, by prefix list, propagated: the lower goes first at the same length. */
  rank: 0 | 1 | 2;
}

/** The table of a subnet: its own, else its VPC's main one; undefined where an unread one may be its own. */
export function routeTableOf(network: Network, subnetId: string, vpcId: string): RouteTable | undefined {
  let main: RouteTable | undefined;
  for (const { resource } of network.routeTables.values()) {
    for (const { SubnetId, Main, AssociationState } of resource.Associations ?? []) {
      if (AssociationState?.State === "disassociated" || AssociationState?.State === "failed") continue;
      if (SubnetId === subnetId) return resource;
      if (Main && !SubnetId && resource.VpcId === vpcId) main = resource;
    }
  }
  const subnet = network.subnets.get(subnetId);
  const isRead = subnet
    ? network.captures[subnet.captureIndex]?.coverage.get("DescribeRouteTables")?.status === "ok"
    : isComplete(network, "DescribeRouteTables", vpcId);
  return isRead ? main : undefined;
}

/** The route that takes the packet. Nothing falls back from a blackhole to a shorter prefix. */
export function pickRoute(walk: Walk, read: RouteTable): AnyRoute {
  // AWS gives each at least a local one.
  if (read.Routes === undefined) throw new Lost("NOT_EVALUATED_UNREAD routes");
  const table = { ...read, Routes: read.Routes.map(told) };
  const found = candidatesOf(walk, table);
  const local = found.some(({ route }) => route.GatewayId === "local");
  const usable = found.filter(({ rank }) => !(local && rank === 2)).sort(byPriority);
  const [best] = usable;
  refuseUnreadLists(walk, table, best, local);
  if (!best) throw new Blocked("NO_ROUTE_TO_DESTINATION");
  const route = pickAmongLists(walk, usable, best);
  if (route.State === "blackhole") throw new Blocked("BAD_STATE_ROUTE");
  return route;
}

function byPriority(left: Candidate, right: Candidate): number {
  return right.length - left.length || left.rank - right.rank;
}

function candidatesOf({ network, packet }: Walk, table: RouteTable): Candidate[] {
  return (table.Routes ?? []).flatMap((route): Candidate[] => {
    if (route.State === "filtered") return [];
    const { DestinationPrefixListId: listId } = route;
    const isPropagated = route.Origin === "EnableVgwRoutePropagation" || route.Origin === "Advertisement";
    const cidrs =
      listId === undefined
        ? [route.DestinationCidrBlock, route.DestinationIpv6CidrBlock]
        : (prefixListCidrs(network, listId) ?? []);
    const lengths = cidrs.flatMap((cidr) =>
      cidr !== undefined && isWithin(packet.destination, cidr) ? [prefixLength(cidr)] : [],
    );
    if (listId !== undefined && listId === packet.list) lengths.push(32);
    if (lengths.length === 0) return [];
    return [{ route, length: Math.max(...lengths), rank: isPropagated ? 2 : listId === undefined ? 0 : 1 }];
  });
}

/** An unread list may hold a longer prefix. AWS's own lists for gateway endpoints hold its own addresses only. */
function refuseUnreadLists(
  { network, packet }: Walk,
  table: RouteTable,
  best: Candidate | undefined,
  isLocal: boolean,
): void {
  const isHostRoute = best?.rank === 0 && best.length === (packet.destination.includes(":") ? 128 : 32);
  if (isHostRoute) return;
  for (const { DestinationPrefixListId: listId, GatewayId, State } of table.Routes ?? []) {
    if (listId === undefined || State === "filtered" || prefixListCidrs(network, listId)) continue;
    if (listId === packet.list) continue;
    const isOthers =
      isLocal ||
      packet.list !== undefined ||
      isPrivate(packet.destination) ||
      isOfVpc(network, packet.destination);
    if (GatewayId?.startsWith("vpce-") && isOthers) continue;
    throw new Lost(`NOT_EVALUATED_UNREAD ${listId}`);
  }
}

/** Of two lists that hold the address AWS takes one and keeps to it, whatever their prefixes. */
function pickAmongLists(walk: Walk, usable: readonly Candidate[], best: Candidate): AnyRoute {
  if (best.rank !== 1) return best.route;
  const firstOther = usable.find(({ rank }) => rank !== 1);
  const lists = usable.filter(
    (candidate) => candidate.rank === 1 && (!firstOther || byPriority(candidate, firstOther) < 0),
  );
  const index = lists.length > 1 ? walk.choose("either", lists.length, JSON.stringify(lists)) : 0;
  return (lists[index] ?? best).route;
}
