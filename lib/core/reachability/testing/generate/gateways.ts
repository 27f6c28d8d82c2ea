import type { Resource } from "@/lib/core/network/network";
import { add, LISTED_CIDR, S3_CIDR, S3_LIST_ID, type VpcDraft, type World } from "./draft";
import { endpointPolicy } from "./services/endpoint-policy";

/** Internet, egress-only and VPN gateways, gateway endpoints and prefix lists. NAT gateways come with interfaces. */
export function addGateways(world: World): void {
  for (const vpc of world.vpcs) {
    addInternetGateway(world, vpc);
    addEgressOnlyGateway(world, vpc);
    addVpnGateway(world, vpc);
    addGatewayEndpoint(world, vpc);
    addLoadBalancerEndpoint(world, vpc);
  }
  addPrefixLists(world);
}

function addInternetGateway({ random }: World, vpc: VpcDraft): void {
  if (!random.chance(0.85)) return;
  vpc.internetGatewayId = `igw-${vpc.index}`;
  const isAttached = !random.chance(0.04);
  const State = random.pick(["attached", "available"]) as "attached";
  add(vpc.place, "InternetGateways", {
    InternetGatewayId: vpc.internetGatewayId,
    OwnerId: vpc.place.accountId,
    Attachments: isAttached ? [{ VpcId: vpc.id, State }] : [],
  });
}

function addEgressOnlyGateway({ random }: World, vpc: VpcDraft): void {
  if (vpc.ipv6Cidr === null || !random.chance(0.7)) return;
  vpc.egressOnlyId = `eigw-${vpc.index}`;
  add(vpc.place, "EgressOnlyInternetGateways", {
    EgressOnlyInternetGatewayId: vpc.egressOnlyId,
    Attachments: random.chance(0.12) ? [] : [{ VpcId: vpc.id, State: "attached" }],
  });
}

function addVpnGateway({ random }: World, vpc: VpcDraft): void {
  if (!random.chance(0.2)) return;
  vpc.vpnGatewayId = `vgw-${vpc.index}`;
  add(vpc.place, "VpnGateways", {
    VpnGatewayId: vpc.vpnGatewayId,
    State: "available",
    VpcAttachments: [{ VpcId: vpc.id, State: random.chance(0.8) ? "attached" : "detached" }],
  });
}

function addGatewayEndpoint({ random }: World, vpc: VpcDraft): void {
  if (!random.chance(0.5)) return;
  vpc.gatewayEndpointId = `vpce-s3-${vpc.index}`;
  add(vpc.place, "VpcEndpoints", {
    VpcEndpointId: vpc.gatewayEndpointId,
    VpcEndpointType: "Gateway",
    VpcId: vpc.id,
    ServiceName: `com.amazonaws.${vpc.place.region}.s3`,
    // The wire says `available`, the SDK's type `Available`.
    State: random.weighted(["available", 5], ["Available", 3], ["deleting", 1]) as "Available",
    ...endpointPolicy(random),
  });
}

function addLoadBalancerEndpoint({ random }: World, vpc: VpcDraft): void {
  const subnet = random.maybe(vpc.subnets);
  if (!random.chance(0.3) || !subnet) return;
  vpc.loadBalancerEndpointId = `vpce-gwlb-${vpc.index}`;
  add(vpc.place, "VpcEndpoints", {
    VpcEndpointId: vpc.loadBalancerEndpointId,
    VpcEndpointType: "GatewayLoadBalancer",
    VpcId: vpc.id,
    State: random.weighted(["available", 12], ["pending", 1]) as "Available",
    SubnetIds: [subnet.id],
  });
}

/** Some lists are named and not read: what they hold is then unknown. */
function addPrefixLists(world: World): void {
  const { random, places } = world;
  const [first] = places;
  if (!first) return;
  const list = random.weighted(["entries", 5], ["service", 4], ["unread", 1]);
  const own = { PrefixListId: S3_LIST_ID, PrefixListName: `com.amazonaws.${first.region}.s3` };
  const s3: Resource<"PrefixLists"> = { ...own, Cidrs: [S3_CIDR, "3.5.0.0/19"] };
  if (list === "service") add(first, "PrefixLists", s3);
  if (list === "entries") {
    if (random.chance(0.7)) add(first, "ManagedPrefixLists", own);
    add(first, "ManagedPrefixListEntries", {
      PrefixListId: S3_LIST_ID,
      Entries: [{ Cidr: "3.5.0.0/19" }, { Cidr: S3_CIDR }],
    });
  }
  if (!random.chance(0.5)) return;
  world.customerListId = "pl-own";
  if (random.chance(0.12)) return;
  const Entries = [{ Cidr: LISTED_CIDR }, ...(random.chance(0.3) ? [{ Cidr: "52.216.8.0/24" }] : [])];
  add(first, "ManagedPrefixListEntries", { PrefixListId: world.customerListId, Entries });
}
