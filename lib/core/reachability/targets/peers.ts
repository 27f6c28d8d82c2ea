import { nameTag } from "../../network/name-tag";
import type { Network } from "../../network/network";
import { isOver, joinedVpcs } from "../../network/routing/joined-vpcs";
import { vpcCidrBlocks } from "../../network/vpc-cidr-blocks";

/** A network that peering or a transit gateway joins to a VPC. */
export interface Peer {
  /** Null for what is no VPC: a VPN connection, a Direct Connect gateway. */
  vpcId: string | null;
  /** A VPC's name; where it has none, or was not read, its id. */
  name: string;
  accountId: string | null;
  /** The peering connection or transit gateway. */
  via: string;
  cidrs: string[];
}

/** The peers of a VPC by name. Routes to them may still be missing. */
export function peersOf(network: Network, vpcId: string): Peer[] {
  const found = new Map<string, Peer>();
  for (const peer of [...overPeering(network, vpcId), ...overTransitGateways(network, vpcId)]) {
    const key = peer.vpcId ?? peer.name;
    if (!found.has(key)) found.set(key, peer);
  }
  return [...found.values()].sort((a, b) => (`${a.name} ${a.via}` < `${b.name} ${b.via}` ? -1 : 1));
}

function overPeering(network: Network, vpcId: string): Peer[] {
  return [...network.vpcPeeringConnections].flatMap(([via, { resource }]) => {
    const ends = [resource.RequesterVpcInfo ?? {}, resource.AccepterVpcInfo ?? {}];
    if (isOver(resource.Status?.Code) || !ends.some((end) => end.VpcId === vpcId)) return [];
    return ends.flatMap(({ VpcId, OwnerId, CidrBlock, CidrBlockSet = [] }) => {
      if (VpcId === undefined || VpcId === vpcId) return [];
      const told = [...CidrBlockSet.map((one) => one.CidrBlock), CidrBlock].flatMap((cidr) => cidr ?? []);
      return vpcPeer(network, { vpcId: VpcId, accountId: OwnerId ?? null, via, cidrs: told });
    });
  });
}

function vpcPeer(
  network: Network,
  { vpcId, accountId, via, cidrs }: Omit<Peer, "name"> & { vpcId: string },
): Peer {
  const vpc = network.vpcs.get(vpcId);
  const own = vpcCidrBlocks(network, vpcId);
  return {
    vpcId,
    name: (vpc && nameTag(vpc.resource)) ?? vpcId,
    accountId: accountId ?? vpc?.accountId ?? null,
    via,
    cidrs: [...new Set(own.length > 0 ? own : cidrs)],
  };
}

/** A range that a route leads to something by. */
interface Leading {
  resourceId: string;
  via: string;
  cidr: string;
}

/** The VPCs attached to the gateways of a VPC, and what else their routes lead to. */
function overTransitGateways(network: Network, vpcId: string): Peer[] {
  const attachments = [...network.transitGatewayVpcAttachments.values()].map(({ resource }) => resource);
  const own = new Set(
    attachments.flatMap((one) =>
      one.VpcId === vpcId && !isOver(one.State) ? (one.TransitGatewayId ?? []) : [],
    ),
  );
  const [first] = [...own].sort();
  if (first === undefined) return [];
  const told = routesOf(network, own);
  // Whose gateway it is may keep its tables to itself: then only the VPC's own routes say what lies behind.
  const routes = told.length > 0 ? told : ownRoutesTo(network, vpcId, own);
  // The first of a VPC that is attached twice counts.
  const attachmentOf = new Map(attachments.reverse().map((one) => [one.VpcId, one]));
  const vpcs = joinedVpcs(network, vpcId).map((id) => {
    const attachment = attachmentOf.get(id);
    const cidrs = routes.flatMap((route) => (route.resourceId === id ? route.cidr : []));
    return vpcPeer(network, {
      vpcId: id,
      accountId: attachment?.VpcOwnerId ?? null,
      via: attachment?.TransitGatewayId ?? first,
      cidrs,
    });
  });
  const known = new Set([vpcId, ...vpcs.map((one) => one.vpcId)]);
  const ranges = new Set(vpcs.flatMap(({ cidrs }) => cidrs));
  const others = new Map<string, Peer>();
  for (const { resourceId, via, cidr } of routes) {
    if (known.has(resourceId) || ranges.has(cidr)) continue;
    const gateway = network.transitGateways.get(resourceId)?.resource;
    const name = (gateway && nameTag(gateway)) ?? resourceId;
    const peer = others.get(resourceId) ?? { vpcId: null, name, accountId: null, via, cidrs: [] };
    if (!peer.cidrs.includes(cidr)) peer.cidrs.push(cidr);
    others.set(resourceId, peer);
  }
  return [...vpcs, ...others.values()];
}

function ownRoutesTo({ routeTables }: Network, vpcId: string, gatewayIds: ReadonlySet<string>): Leading[] {
  return [...routeTables.values()].flatMap(({ resource }) =>
    resource.VpcId !== vpcId
      ? []
      : (resource.Routes ?? []).flatMap(({ DestinationCidrBlock: cidr, TransitGatewayId: via, State }) =>
          via === undefined ||
          !gatewayIds.has(via) ||
          cidr === undefined ||
          cidr === EVERYWHERE ||
          State === "blackhole"
            ? []
            : { resourceId: via, via, cidr },
        ),
  );
}

/** That way lies the internet, which is a target of its own. */
const EVERYWHERE = "0.0.0.0/0";

/** Where the routes of some transit gateways lead, as far as these were read. */
function routesOf(network: Network, gatewayIds: ReadonlySet<string>): Leading[] {
  return [...network.transitGatewayRouteTables].flatMap(([tableId, { resource }]) => {
    const via = resource.TransitGatewayId ?? "";
    if (!gatewayIds.has(via)) return [];
    const routes = network.transitGatewayRoutes.get(tableId)?.resource.Routes ?? [];
    return routes.flatMap(({ DestinationCidrBlock: cidr, State, TransitGatewayAttachments = [] }) =>
      cidr === undefined || cidr === EVERYWHERE || State === "blackhole"
        ? []
        : TransitGatewayAttachments.flatMap(({ ResourceId }) =>
            ResourceId === undefined ? [] : { resourceId: ResourceId, via, cidr },
          ),
    );
  });
}
