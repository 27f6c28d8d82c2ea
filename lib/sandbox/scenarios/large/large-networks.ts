import type { RouteTable } from "@aws-sdk/client-ec2";
import { addGatewayEndpoint } from "../build/add-endpoints";
import { addInternetGateway, addNatGateway, addPeering, routeToInternet } from "../build/add-gateways";
import { addRoute, addRouteTable } from "../build/add-route-table";
import type { BuiltSecurityGroup } from "../build/add-security-group";
import { addSubnet, type BuiltSubnet } from "../build/add-subnet";
import { addVpc, type BuiltVpc } from "../build/add-vpc";
import type { Builder } from "../build/builder";

/** One of the VPCs, with what the rest of the scenario puts into it. */
export interface LargeNetwork {
  vpc: BuiltVpc;
  publicSubnets: BuiltSubnet[];
  privateSubnets: BuiltSubnet[];
  privateTable: RouteTable;
  /** Filled by `buildLargeGroups`; the default group is the first. */
  groups: BuiltSecurityGroup[];
}

const TEAMS = 100;
const STAGES = ["prod", "staging", "test", "dev", "sandbox"];
const ZONES = ["a", "b", "c"];

/** Every VPC has a /17 of 10.0.0.0/8 for its own, so that any two can be peered. */
function rangeOf(index: number): { vpc: string; subnet: (position: number) => string } {
  const second = Math.floor(index / 2);
  const third = (index % 2) * 128;
  return {
    vpc: `10.${String(second)}.${String(third)}.0/17`,
    subnet: (position) => `10.${String(second)}.${String(third + position * 4)}.0/22`,
  };
}

function buildNetwork(builder: Builder, index: number): LargeNetwork {
  const team = `team-${String(Math.floor(index / STAGES.length)).padStart(3, "0")}`;
  const name = `${team}-${STAGES[index % STAGES.length] ?? ""}`;
  const range = rangeOf(index);
  const vpc = addVpc(builder, { name, cidr: range.vpc });
  const subnets = (kind: string, isPublic: boolean, offset: number): BuiltSubnet[] =>
    ZONES.map((zone, position) =>
      addSubnet(builder, vpc, {
        name: `${name}-${kind}-${zone}`,
        cidr: range.subnet(offset + position),
        zone,
        isPublic,
      }),
    );
  const publicSubnets = subnets("public", true, 0);
  const privateSubnets = subnets("private", false, ZONES.length);
  const gatewayId = addInternetGateway(builder, vpc, `${name}-igw`);
  routeToInternet(addRouteTable(builder, vpc, { name: `${name}-public`, subnets: publicSubnets }), gatewayId);
  const privateTable = addRouteTable(builder, vpc, { name: `${name}-private`, subnets: privateSubnets });
  addGatewayEndpoint(builder, vpc, { service: "s3", name: `${name}-s3`, routeTables: [privateTable] });
  const [home] = publicSubnets;
  // The playgrounds have no way out.
  if (home !== undefined && index % STAGES.length !== 4) {
    const publicIp = `52.${String(16 + Math.floor(index / 250))}.${String(index % 250)}.10`;
    const natGatewayId = addNatGateway(builder, home, { name: `${name}-nat`, publicIp });
    addRoute(privateTable, "0.0.0.0/0", { NatGatewayId: natGatewayId });
  }
  return { vpc, publicSubnets, privateSubnets, privateTable, groups: [vpc.defaultSecurityGroup] };
}

/** Each team's production is peered with its staging. */
function peerStages(builder: Builder, networks: readonly LargeNetwork[]): void {
  for (let index = 0; index < networks.length; index += STAGES.length) {
    const prod = networks[index];
    const staging = networks[index + 1];
    if (prod === undefined || staging === undefined) continue;
    const id = addPeering(builder, prod.vpc, staging.vpc, `${prod.vpc.name}-to-staging`);
    addRoute(prod.privateTable, staging.vpc.cidr, { VpcPeeringConnectionId: id });
    addRoute(staging.privateTable, prod.vpc.cidr, { VpcPeeringConnectionId: id });
  }
}

/** 500 VPCs of 100 teams, with six subnets each. */
export function buildLargeNetworks(builder: Builder): LargeNetwork[] {
  const networks = Array.from({ length: TEAMS * STAGES.length }, (_none, index) =>
    buildNetwork(builder, index),
  );
  peerStages(builder, networks);
  return networks;
}
