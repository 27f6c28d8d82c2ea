import { addRoute } from "../build/add-route-table";
import {
  addTransitGateway,
  addTransitPeering,
  addTransitRoute,
  addTransitTable,
  attachVpc,
  type BuiltTransitGateway,
  type TransitLinks,
} from "../build/add-transit-gateway";
import { addTransitVpn, addVpcVpn } from "../build/add-vpn";
import { refreshVpcRoutes } from "../../services/ec2-transit/routes/refresh-vpc-routes";
import { HYBRID_ACCOUNTS, type HybridPlaces } from "./hybrid-accounts";
import type { HybridNetwork, HybridNetworks } from "./hybrid-networks";

/** The head office's networks. */
const ON_PREMISES = "192.168.0.0/16";
const BRANCH_OFFICE = "172.20.0.0/16";
/** All of the company's VPCs. */
const COMPANY = "10.0.0.0/8";

interface Core {
  gateway: BuiltTransitGateway;
  prodTable: string;
  sharedTable: string;
}

function attach(
  core: BuiltTransitGateway,
  network: HybridNetwork,
  options: { zones?: number; links: TransitLinks },
): string {
  return attachVpc(network.builder, core, {
    vpc: network.vpc,
    name: network.vpc.name,
    subnets: network.subnets.slice(0, options.zones ?? network.subnets.length),
    links: options.links,
  });
}

function routeTo(
  { table }: Pick<HybridNetwork, "table">,
  core: BuiltTransitGateway,
  cidrs: readonly string[],
): void {
  for (const cidr of cidrs) addRoute(table, cidr, { TransitGatewayId: core.id });
}

/** The transit gateway of eu-west-1: production sees shared services, the head office and the way out, not batch. */
function buildCore({ network }: HybridPlaces, networks: HybridNetworks): Core {
  const gateway = addTransitGateway(network, {
    name: "core-eu-west-1",
    asn: 64_520,
    sharedWith: [HYBRID_ACCOUNTS.workload, HYBRID_ACCOUNTS.shared],
  });
  const prodTable = addTransitTable(gateway, "prod");
  const sharedTable = addTransitTable(gateway, "shared");
  // The third zone has no subnet in the attachment: functions there reach nothing behind the transit gateway.
  attach(gateway, networks.prod, {
    zones: 2,
    links: { association: prodTable, propagations: [sharedTable] },
  });
  attach(gateway, networks.shared, {
    links: { association: sharedTable, propagations: [prodTable, sharedTable] },
  });
  // Its routes are told, but it has no table of its own: what it sends is dropped.
  attach(gateway, networks.batch, { links: { propagations: [sharedTable] } });
  const out = attach(gateway, networks.egress, { links: { association: sharedTable } });
  addTransitVpn(
    gateway,
    {
      name: "head-office",
      address: "203.0.113.12",
      asn: "65010",
      tunnels: ["UP", "DOWN"],
      cidrs: [ON_PREMISES],
      routing: "bgp",
    },
    { association: sharedTable, propagations: [prodTable, sharedTable] },
  );
  addTransitRoute(gateway, prodTable, { cidr: "0.0.0.0/0", attachmentId: out });
  // The old data centre is shut: nobody may look for it behind the default route.
  addTransitRoute(gateway, prodTable, { cidr: "10.66.0.0/16" });
  return { gateway, prodTable, sharedTable };
}

/** The transit gateway of eu-central-1, peered with the first: static routes on both sides. */
function buildFarCore({ networkFar }: HybridPlaces, networks: HybridNetworks, core: Core): void {
  const gateway = addTransitGateway(networkFar, {
    name: "core-eu-central-1",
    asn: 64_521,
    sharedWith: [HYBRID_ACCOUNTS.workload],
  });
  const table = addTransitTable(gateway, "prod");
  attach(gateway, networks.reporting, { links: { association: table, propagations: [table] } });
  const peering = addTransitPeering(gateway, core.gateway, {
    name: "west-to-central",
    requesterLinks: { association: table },
    accepterLinks: { association: core.sharedTable },
  });
  addTransitRoute(gateway, table, { cidr: COMPANY, attachmentId: peering });
  addTransitRoute(core.gateway, core.sharedTable, { cidr: "10.50.0.0/16", attachmentId: peering });
  // The VPC sends the head office's addresses here, where no route leads on.
  routeTo(networks.reporting, gateway, [COMPANY, ON_PREMISES]);
}

/** Ties the networks together, with the classic mistakes of doing so. */
export function buildConnections(places: HybridPlaces, networks: HybridNetworks): void {
  const core = buildCore(places, networks);
  buildFarCore(places, networks, core);
  routeTo(networks.prod, core.gateway, [COMPANY, ON_PREMISES, "0.0.0.0/0"]);
  routeTo(networks.batch, core.gateway, [COMPANY, ON_PREMISES]);
  routeTo(networks.shared, core.gateway, [COMPANY, ON_PREMISES]);
  routeTo(networks.egress, core.gateway, [COMPANY]);
  // Replies leave the NAT gateway by its own subnet's table.
  routeTo({ table: networks.egress.publicTable }, core.gateway, [COMPANY]);
  // Its attachment was deleted, the route stayed.
  routeTo(networks.legacy, core.gateway, [COMPANY]);
  addVpcVpn(networks.branch.builder, networks.branch.vpc, {
    name: "branch-office",
    address: "198.51.100.7",
    asn: "65020",
    tunnels: ["UP", "UP"],
    cidrs: [BRANCH_OFFICE],
    routing: "static",
    propagateTo: [networks.branch.table],
  });
  const { workload, workloadFar, network, shared } = places;
  for (const builder of [workload, workloadFar, network, shared]) refreshVpcRoutes(builder.regionWorld);
}
