import type { Resource } from "@/lib/core/network/network";
import {
  add,
  LISTED_CIDR,
  NARROW_CIDRS,
  S3_LIST_ID,
  type SubnetDraft,
  type VpcDraft,
  type World,
} from "./draft";

type Route = NonNullable<Resource<"RouteTables">["Routes"]>[number];
type Target = Omit<Route, "DestinationCidrBlock" | "DestinationIpv6CidrBlock" | "DestinationPrefixListId">;

/** A main table, one of its own for most subnets, and now and then one of the internet gateway. */
export function addRouteTables(world: World): void {
  const { random, vpcs } = world;
  for (const vpc of vpcs) {
    addTable(vpc, `rtb-main-${vpc.index}`, [{ Main: true }], routesOf(world, vpc, "private"));
    for (const subnet of vpc.subnets) {
      const isOwn = subnet.role === "public" || random.chance(0.7);
      if (isOwn)
        addTable(vpc, `rtb-${subnet.id}`, associations(world, subnet), routesOf(world, vpc, subnet.role));
    }
    if (random.chance(0.1)) addEdgeTable(world, vpc);
  }
}

type Associations = NonNullable<Resource<"RouteTables">["Associations"]>;

function addTable(vpc: VpcDraft, RouteTableId: string, Associations: Associations, Routes: Route[]): void {
  add(vpc.place, "RouteTables", {
    RouteTableId,
    VpcId: vpc.id,
    OwnerId: vpc.place.accountId,
    Associations,
    Routes,
  });
}

function associations({ random }: World, { id: SubnetId }: SubnetDraft): Associations {
  const State = random.weighted(["associated", 30], ["disassociated", 1]);
  return [{ SubnetId, Main: false, AssociationState: { State } }];
}

function routesOf(world: World, vpc: VpcDraft, role: SubnetDraft["role"]): Route[] {
  const { random } = world;
  const routes = localRoutes(world, vpc);
  const out = defaultTarget(world, vpc, role);
  if (out) routes.push(made(world, { DestinationCidrBlock: "0.0.0.0/0" }, out));
  const ipv6Gateway = role === "public" ? vpc.internetGatewayId : null;
  if (vpc.ipv6Cidr !== null && ipv6Gateway !== null && random.chance(0.8))
    routes.push(made(world, { DestinationIpv6CidrBlock: "::/0" }, { GatewayId: ipv6Gateway }));
  else if (vpc.egressOnlyId !== null && random.chance(0.8))
    routes.push(
      made(world, { DestinationIpv6CidrBlock: "::/0" }, { EgressOnlyInternetGatewayId: vpc.egressOnlyId }),
    );
  if (vpc.gatewayEndpointId !== null && random.chance(0.8))
    routes.push(made(world, { DestinationPrefixListId: S3_LIST_ID }, { GatewayId: vpc.gatewayEndpointId }));
  routes.push(...waysOf(world, vpc), ...oddRoutes(world, vpc, role), ...announced(world, vpc));
  return distinct(routes);
}

function localRoutes({ random }: World, { cidr, secondaryCidr, ipv6Cidr }: VpcDraft): Route[] {
  const local = { GatewayId: "local", State: "active", Origin: "CreateRouteTable" } as const;
  return [
    { DestinationCidrBlock: cidr, ...local },
    ...(secondaryCidr === null ? [] : [{ DestinationCidrBlock: secondaryCidr, ...local }]),
    ...(ipv6Cidr === null ? [] : [{ DestinationIpv6CidrBlock: ipv6Cidr, ...local }]),
    ...(random.chance(0.02)
      ? [{ DestinationCidrBlock: "8.8.0.0/16", GatewayId: "igw-0", State: "filtered" } as const]
      : []),
  ];
}

function made({ random }: World, destination: Route, target: Target): Route {
  return {
    ...destination,
    ...target,
    State: random.chance(0.03) ? "blackhole" : "active",
    Origin: "CreateRoute",
  };
}

function defaultTarget({ random }: World, vpc: VpcDraft, role: SubnetDraft["role"]): Target | null {
  if (role === "isolated") return null;
  const { internetGatewayId, vpnGatewayId } = vpc;
  if (role === "public" && internetGatewayId !== null) return { GatewayId: internetGatewayId };
  const natId = random.maybe(vpc.natGatewayIds);
  const applianceId = random.maybe(vpc.applianceIds);
  const way = random.maybe(vpc.ways);
  const kind = random.weighted(
    ["nat", 18],
    ["way", 5],
    ["appliance", 2],
    ["vgw", 1],
    ["gwlb", 3],
    ["other", 1],
    ["none", 1],
  );
  if (kind === "appliance" && applianceId !== undefined) return { NetworkInterfaceId: applianceId };
  if (kind === "vgw" && vpnGatewayId !== null) return { GatewayId: vpnGatewayId };
  if (kind === "gwlb" && vpc.loadBalancerEndpointId !== null)
    return { GatewayId: vpc.loadBalancerEndpointId };
  if (kind === "other") return { CarrierGatewayId: "cagw-0" };
  if (kind === "way" && way) return way.target;
  if (kind === "none" || natId === undefined)
    return way && "TransitGatewayId" in way.target ? way.target : null;
  return { NatGatewayId: natId };
}

/** To other VPCs, mostly; a missing one makes a path that has no way back. */
function waysOf(world: World, { ways }: VpcDraft): Route[] {
  return ways.flatMap(({ target, cidrs }) =>
    cidrs.flatMap((cidr) => {
      if (world.random.chance(0.12)) return [];
      const destination = cidr.includes(":")
        ? { DestinationIpv6CidrBlock: cidr }
        : { DestinationCidrBlock: cidr };
      return [made(world, destination, target)];
    }),
  );
}

/** What real tables hold now and then: lists of one's own, propagated routes, routes more specific than local. */
function oddRoutes(world: World, vpc: VpcDraft, role: SubnetDraft["role"]): Route[] {
  const { random, customerListId } = world;
  const routes: Route[] = [];
  const target = defaultTarget(world, vpc, role);
  const way = random.maybe(vpc.ways);
  if (customerListId !== null && random.chance(0.25) && target)
    routes.push(made(world, { DestinationPrefixListId: customerListId }, target));
  for (const cidr of [LISTED_CIDR, random.pick(NARROW_CIDRS)])
    if (random.chance(0.1) && target) routes.push(made(world, { DestinationCidrBlock: cidr }, target));
  if (vpc.vpnGatewayId !== null && random.chance(0.5))
    for (const cidr of ["172.16.0.0/12", vpc.subnets[0]?.cidr ?? vpc.cidr, "8.8.8.0/24"])
      if (random.chance(0.4))
        routes.push({
          DestinationCidrBlock: cidr,
          GatewayId: vpc.vpnGatewayId,
          State: "active",
          Origin: "EnableVgwRoutePropagation",
        });
  if (vpc.vpnGatewayId !== null && random.chance(0.2) && target)
    routes.push(made(world, { DestinationCidrBlock: "8.8.8.0/24" }, target));
  const subnet = random.maybe(vpc.subnets);
  const applianceId = random.maybe(vpc.applianceIds);
  if (subnet && random.chance(0.05) && applianceId !== undefined)
    routes.push(made(world, { DestinationCidrBlock: subnet.cidr }, { NetworkInterfaceId: applianceId }));
  const natId = random.maybe(vpc.natGatewayIds.filter((id) => !id.startsWith("nat-regional")));
  if (subnet && random.chance(0.04) && natId !== undefined)
    routes.push(made(world, { DestinationCidrBlock: subnet.cidr }, { NatGatewayId: natId }));
  if (way && random.chance(0.06))
    routes.push(made(world, { DestinationCidrBlock: "8.8.8.8/32" }, way.target));
  return routes;
}

/** What a VPC Route Server announces: by the address of an appliance, or of one that forwards for nobody. */
function announced({ random }: World, { subnets, applianceIds }: VpcDraft): Route[] {
  const subnet = random.maybe(subnets);
  if (!subnet || !random.chance(0.08)) return [];
  const host = applianceIds.includes(`eni-${subnet.id}-30`) ? 30 : random.pick([10, 77]);
  return [
    {
      DestinationCidrBlock: random.pick(["8.8.8.0/24", "172.16.0.0/12", LISTED_CIDR]),
      IpAddress: `${subnet.prefix}${host}`,
      State: "active",
      Origin: "Advertisement",
    },
  ];
}

/** A table holds one static and one propagated route for a destination. */
function distinct(routes: readonly Route[]): Route[] {
  const key = (one: Route) =>
    [
      one.DestinationCidrBlock,
      one.DestinationIpv6CidrBlock,
      one.DestinationPrefixListId,
      one.Origin === "EnableVgwRoutePropagation" || one.Origin === "Advertisement",
    ].join();
  return routes.filter((one, index) => routes.findIndex((other) => key(other) === key(one)) === index);
}

function addEdgeTable(world: World, vpc: VpcDraft): void {
  const { random } = world;
  const applianceId = random.maybe(vpc.applianceIds);
  const subnet = random.maybe(vpc.subnets);
  if (vpc.internetGatewayId === null || !subnet) return;
  const redirect: Route[] =
    applianceId === undefined || random.chance(0.3)
      ? []
      : [{ DestinationCidrBlock: subnet.cidr, NetworkInterfaceId: applianceId, State: "active" }];
  const state = { AssociationState: { State: "associated" } } as const;
  addTable(
    vpc,
    `rtb-edge-${vpc.index}`,
    [{ GatewayId: vpc.internetGatewayId, ...state }],
    [...localRoutes(world, vpc), ...redirect],
  );
}
