import type { Resource } from "@/lib/core/network/network";
import { add, PREMISES_CIDR, type PlaceDraft, type VpcDraft, type World } from "../draft";
import { edgeRoutes } from "./edge-routes";

type Route = Resource<"TransitGatewayRoutes">["Routes"][number];
type Association = Resource<"TransitGatewayRouteTableAssociations">["Associations"][number];

interface Attached {
  id: string;
  vpc: VpcDraft;
}

/** One transit gateway with most VPCs on it, or two that are peered. */
export function addTransitGateways(world: World): void {
  const { random, vpcs, places } = world;
  const [home] = places;
  if (!home || !random.chance(0.55)) return;
  const isTwo = vpcs.length > 1 && random.chance(0.25);
  const members = vpcs.filter(({ place }) => place.region === home.region && random.chance(0.85));
  const near = isTwo ? members.filter(({ index }) => index % 2 === 0) : members;
  const far = isTwo ? members.filter(({ index }) => index % 2 === 1) : [];
  addOne(world, home, "tgw-0", near, far);
  if (!isTwo) return;
  addOne(world, home, "tgw-1", far, near);
  addPeering(world, home);
}

/** Told by its own call, or only by the list of all attachments, which has an item for each side. */
function addPeering({ random }: World, home: PlaceDraft): void {
  const State = random.weighted(["available", 10], ["pendingAcceptance", 1]);
  const isListed = random.chance(0.4);
  if (isListed) {
    for (const [TransitGatewayId, ResourceId] of [
      ["tgw-0", "tgw-1"],
      ["tgw-1", "tgw-0"],
    ] as const)
      add(home, "TransitGatewayAttachments", {
        TransitGatewayAttachmentId: PEERING_ID,
        TransitGatewayId,
        TransitGatewayOwnerId: home.accountId,
        ResourceOwnerId: home.accountId,
        ResourceType: "peering",
        ResourceId,
        State,
        Association: { TransitGatewayRouteTableId: `${TransitGatewayId}-rtb-0`, State: "associated" },
      });
  }
  if (isListed && random.chance(0.5)) return;
  add(home, "TransitGatewayPeeringAttachments", {
    TransitGatewayAttachmentId: PEERING_ID,
    RequesterTgwInfo: { TransitGatewayId: "tgw-0", OwnerId: home.accountId, Region: home.region },
    AccepterTgwInfo: { TransitGatewayId: "tgw-1", OwnerId: home.accountId, Region: home.region },
    State,
  });
}

const PEERING_ID = "tgw-attach-peering";

function addOne(world: World, home: PlaceDraft, id: string, near: VpcDraft[], far: VpcDraft[]): void {
  const { random } = world;
  const transitGateway: Resource<"TransitGateways"> = {
    TransitGatewayId: id,
    OwnerId: home.accountId,
    State: "available",
    Options: {
      SecurityGroupReferencingSupport: random.chance(0.4) ? "enable" : "disable",
      DnsSupport: random.chance(0.7) ? "enable" : "disable",
    },
  };
  // The same gateway is listed by each account that it is shared with.
  for (const place of new Set([home, ...near.map((vpc) => vpc.place)]))
    add(place, "TransitGateways", transitGateway);
  const attached = near.map((vpc) => attach(world, home, id, vpc));
  const tables = random.chance(0.4) ? [`${id}-rtb-0`, `${id}-rtb-1`] : [`${id}-rtb-0`];
  const [first = `${id}-rtb-0`] = tables;
  const associations = new Map<string, Association[]>(tables.map((tableId) => [tableId, []]));
  for (const { id: attachmentId, vpc } of attached) {
    if (random.chance(0.04)) continue;
    associations.get(random.maybe(tables) ?? first)?.push({
      TransitGatewayAttachmentId: attachmentId,
      ResourceId: vpc.id,
      ResourceType: "vpc",
      State: "associated",
    });
  }
  if (far.length > 0)
    associations.get(first)?.push({
      TransitGatewayAttachmentId: PEERING_ID,
      ResourceType: "peering",
      State: "associated",
    });
  for (const [TransitGatewayRouteTableId, Associations] of associations) {
    add(home, "TransitGatewayRouteTables", {
      TransitGatewayRouteTableId,
      TransitGatewayId: id,
      State: "available",
    });
    add(home, "TransitGatewayRouteTableAssociations", { TransitGatewayRouteTableId, Associations });
    addRoutes(world, home, TransitGatewayRouteTableId, attached, far);
  }
  for (const vpc of near) {
    const others = [...near, ...far].filter((other) => other !== vpc);
    const isWide = random.chance(0.5);
    const ipv6 = others.flatMap(({ ipv6Cidr }) => (ipv6Cidr === null ? [] : [ipv6Cidr]));
    vpc.ways.push({
      target: { TransitGatewayId: id },
      cidrs: isWide ? ["10.0.0.0/8", PREMISES_CIDR, ...ipv6] : [...others.map(({ cidr }) => cidr), ...ipv6],
    });
  }
}

function attach({ random }: World, home: PlaceDraft, transitGatewayId: string, vpc: VpcDraft): Attached {
  const id = `tgw-attach-${transitGatewayId}-${vpc.index}`;
  // One subnet of a zone, and not of every zone.
  const subnets = vpc.subnets.filter(
    ({ zone }, index) =>
      vpc.subnets.findIndex((other) => other.zone === zone) === index && random.chance(0.85),
  );
  const SubnetIds = (subnets.length > 0 ? subnets : vpc.subnets.slice(0, 1)).map((subnet) => subnet.id);
  const State = random.weighted(["available", 25], ["pending", 1]);
  const attachment: Resource<"TransitGatewayVpcAttachments"> = {
    TransitGatewayAttachmentId: id,
    TransitGatewayId: transitGatewayId,
    VpcId: vpc.id,
    VpcOwnerId: vpc.place.accountId,
    State,
    SubnetIds,
    Options: {
      Ipv6Support: random.chance(0.4) ? "enable" : "disable",
      SecurityGroupReferencingSupport: random.chance(0.85) ? "enable" : "disable",
      ApplianceModeSupport: random.chance(0.1) ? "enable" : "disable",
      ...(random.chance(0.9) ? { DnsSupport: random.chance(0.8) ? "enable" : "disable" } : {}),
    },
  };
  for (const place of new Set([home, vpc.place])) add(place, "TransitGatewayVpcAttachments", attachment);
  add(home, "TransitGatewayAttachments", {
    TransitGatewayAttachmentId: id,
    TransitGatewayId: transitGatewayId,
    TransitGatewayOwnerId: home.accountId,
    ResourceOwnerId: vpc.place.accountId,
    ResourceType: "vpc",
    ResourceId: vpc.id,
    State,
  });
  return { id, vpc };
}

/** Either every route as a full search gives them, or the static ones with what is propagated beside them. */
function addRoutes(
  world: World,
  home: PlaceDraft,
  tableId: string,
  attached: Attached[],
  far: VpcDraft[],
): void {
  const { random } = world;
  const isFull = random.chance(0.6);
  // Of two VPCs with one range AWS installs one; the list of propagations names both.
  const propagated = attached.filter(
    ({ vpc }, index) =>
      (!isFull || attached.findIndex((other) => other.vpc.cidr === vpc.cidr) === index) &&
      random.chance(0.85),
  );
  const routes: Route[] = [];
  for (const { id, vpc } of attached) {
    const to = [{ TransitGatewayAttachmentId: id, ResourceId: vpc.id, ResourceType: "vpc" } as const];
    if (isFull && propagated.some((one) => one.id === id))
      for (const cidr of cidrsOf(vpc)) routes.push(route(cidr, to, "propagated"));
    if (random.chance(0.15)) routes.push(route(random.maybe(vpc.subnets)?.cidr ?? vpc.cidr, to, "static"));
    if (random.chance(0.12)) routes.push(route("0.0.0.0/0", to, "static"));
    // A prefix list reference shows each of its entries as a static route.
    if (random.chance(0.08)) routes.push({ ...route(vpc.cidr, to, "static"), PrefixListId: "pl-transit" });
    if (random.chance(0.08))
      routes.push(route(random.maybe(vpc.subnets)?.cidr ?? vpc.cidr, [], "static", "blackhole"));
  }
  for (const { cidr } of far)
    routes.push(route(cidr, [{ TransitGatewayAttachmentId: PEERING_ID, ResourceType: "peering" }], "static"));
  routes.push(...edgeRoutes(random));
  if (!random.chance(0.04))
    add(home, "TransitGatewayRoutes", { TransitGatewayRouteTableId: tableId, Routes: dropHidden(routes) });
  add(home, "TransitGatewayRouteTablePropagations", {
    TransitGatewayRouteTableId: tableId,
    TransitGatewayRouteTablePropagations: propagated.map(({ id, vpc }) => ({
      TransitGatewayAttachmentId: id,
      ResourceId: vpc.id,
      ResourceType: "vpc",
      State: "enabled",
    })),
  });
}

function cidrsOf({ cidr, secondaryCidr, ipv6Cidr }: VpcDraft): string[] {
  return [cidr, secondaryCidr, ipv6Cidr].filter((one) => one !== null);
}

function route(
  DestinationCidrBlock: string,
  TransitGatewayAttachments: NonNullable<Route["TransitGatewayAttachments"]>,
  Type: NonNullable<Route["Type"]>,
  State: NonNullable<Route["State"]> = "active",
): Route {
  return { DestinationCidrBlock, TransitGatewayAttachments, Type, State };
}

/** A table holds one static route for a range. */
function dropHidden(routes: readonly Route[]): Route[] {
  return routes.filter(
    (one, index) =>
      one.Type !== "static" ||
      routes.findIndex(
        (other) =>
          other.Type === "static" &&
          other.PrefixListId === one.PrefixListId &&
          other.DestinationCidrBlock === one.DestinationCidrBlock,
      ) === index,
  );
}
