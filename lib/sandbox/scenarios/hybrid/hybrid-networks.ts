import { addInternetGateway, addNatGateway, routeToInternet } from "../build/add-gateways";
import { addRoute, addRouteTable } from "../build/add-route-table";
import { addSubnet, type BuiltSubnet } from "../build/add-subnet";
import { addVpc, type BuiltVpc } from "../build/add-vpc";
import type { Builder } from "../build/builder";
import type { RouteTable } from "@aws-sdk/client-ec2";
import type { HybridPlaces } from "./hybrid-accounts";

/** A VPC with one private subnet for each zone, and a table that they share. */
export interface HybridNetwork {
  builder: Builder;
  vpc: BuiltVpc;
  subnets: BuiltSubnet[];
  table: RouteTable;
}

export interface HybridNetworks {
  /** Three zones. */
  prod: HybridNetwork;
  /** Attached, but nobody gave the attachment a table. */
  batch: HybridNetwork;
  /** Once attached, no longer. */
  legacy: HybridNetwork;
  /** Reaches the branch office by a VPN of its own. */
  branch: HybridNetwork;
  /** Of the other region. */
  reporting: HybridNetwork;
  /** Databases, in the shared account. */
  shared: HybridNetwork;
  /** The way to the internet, in the network account; its public subnet has a table of its own. */
  egress: HybridNetwork & { publicTable: RouteTable };
}

function buildNetwork(
  builder: Builder,
  spec: { name: string; block: string; zones: readonly string[] },
): HybridNetwork {
  const vpc = addVpc(builder, { name: spec.name, cidr: `${spec.block}.0.0/16` });
  const subnets = spec.zones.map((zone, index) =>
    addSubnet(builder, vpc, {
      name: `${spec.name}-private-${zone}`,
      cidr: `${spec.block}.${String(10 + index)}.0/24`,
      zone,
    }),
  );
  const table = addRouteTable(builder, vpc, { name: `${spec.name}-private`, subnets });
  return { builder, vpc, subnets, table };
}

/** A NAT gateway in a public subnet, so that what comes over the transit gateway can go out. */
function addWayOut({ builder, vpc, table }: HybridNetwork): RouteTable {
  const zone = addSubnet(builder, vpc, {
    name: "egress-public-a",
    cidr: "10.100.0.0/24",
    zone: "a",
    isPublic: true,
  });
  const publicTable = addRouteTable(builder, vpc, { name: "egress-public", subnets: [zone] });
  routeToInternet(publicTable, addInternetGateway(builder, vpc, "egress-igw"));
  const natGatewayId = addNatGateway(builder, zone, { name: "egress-nat-a", publicIp: "54.228.9.77" });
  addRoute(table, "0.0.0.0/0", { NatGatewayId: natGatewayId });
  return publicTable;
}

/** The seven networks, not yet connected. */
export function buildNetworks(places: HybridPlaces): HybridNetworks {
  const { workload, workloadFar, network, shared } = places;
  const egress = buildNetwork(network, { name: "egress-vpc", block: "10.100", zones: ["a", "b", "c"] });
  const publicTable = addWayOut(egress);
  return {
    prod: buildNetwork(workload, { name: "prod-vpc", block: "10.20", zones: ["a", "b", "c"] }),
    batch: buildNetwork(workload, { name: "batch-vpc", block: "10.21", zones: ["a", "b"] }),
    legacy: buildNetwork(workload, { name: "legacy-vpc", block: "10.22", zones: ["a"] }),
    branch: buildNetwork(workload, { name: "branch-vpc", block: "10.23", zones: ["a", "b"] }),
    reporting: buildNetwork(workloadFar, { name: "reporting-vpc", block: "10.50", zones: ["a", "b"] }),
    shared: buildNetwork(shared, { name: "shared-vpc", block: "10.30", zones: ["a", "b", "c"] }),
    egress: { ...egress, publicTable },
  };
}
