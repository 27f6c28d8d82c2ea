import type { RouteTable } from "@aws-sdk/client-ec2";
import { addGatewayEndpoint } from "../build/add-endpoints";
import { addInternetGateway, addNatGateway, addPeering, routeToInternet } from "../build/add-gateways";
import { addNetworkAcl } from "../build/add-network-acl";
import { addRoute, addRouteTable } from "../build/add-route-table";
import { addSubnet, type BuiltSubnet } from "../build/add-subnet";
import { addVpc, type BuiltVpc } from "../build/add-vpc";
import type { Builder } from "../build/builder";
import { denyAll } from "../../services/ec2/network-acls/default-entries";

/** Production: two public and two private zones, one subnet forgotten in a third, one far too small. */
export interface ProdNetwork {
  vpc: BuiltVpc;
  publicA: BuiltSubnet;
  publicB: BuiltSubnet;
  privateA: BuiltSubnet;
  privateB: BuiltSubnet;
  /** Nobody gave it a route table: it follows the main one, which leads nowhere. */
  privateC: BuiltSubnet;
  /** A /28: eleven addresses. */
  crampedA: BuiltSubnet;
  tables: RouteTable[];
}

export interface StagingNetwork {
  vpc: BuiltVpc;
  publicA: BuiltSubnet;
  privateA: BuiltSubnet;
  /** Under a network ACL that denies everything. */
  privateB: BuiltSubnet;
}

export interface DataNetwork {
  vpc: BuiltVpc;
  isolated: BuiltSubnet[];
  table: RouteTable;
}

export interface DemoNetworks {
  prod: ProdNetwork;
  staging: StagingNetwork;
  data: DataNetwork;
  peeringId: string;
}

function buildProd(builder: Builder): ProdNetwork {
  const vpc = addVpc(builder, { name: "prod-vpc", cidr: "10.20.0.0/16" });
  const subnet = (name: string, cidr: string, zone: string, isPublic = false): BuiltSubnet =>
    addSubnet(builder, vpc, { name: `prod-${name}`, cidr, zone, isPublic });
  const publicA = subnet("public-a", "10.20.0.0/24", "a", true);
  const publicB = subnet("public-b", "10.20.1.0/24", "b", true);
  const privateA = subnet("private-a", "10.20.10.0/24", "a");
  const privateB = subnet("private-b", "10.20.11.0/24", "b");
  const privateC = subnet("private-c", "10.20.12.0/24", "c");
  const crampedA = subnet("cramped-a", "10.20.250.0/28", "a");

  const gatewayId = addInternetGateway(builder, vpc, "prod-igw");
  const publicTable = addRouteTable(builder, vpc, { name: "prod-public", subnets: [publicA, publicB] });
  routeToInternet(publicTable, gatewayId);
  const zoneA = addRouteTable(builder, vpc, { name: "prod-private-a", subnets: [privateA, crampedA] });
  const zoneB = addRouteTable(builder, vpc, { name: "prod-private-b", subnets: [privateB] });
  const natA = addNatGateway(builder, publicA, { name: "prod-nat-a", publicIp: "34.241.17.203" });
  const natB = addNatGateway(builder, publicB, { name: "prod-nat-b", publicIp: "52.16.88.41" });
  addRoute(zoneA, "0.0.0.0/0", { NatGatewayId: natA });
  addRoute(zoneB, "0.0.0.0/0", { NatGatewayId: natB });
  const tables = [zoneA, zoneB];
  addGatewayEndpoint(builder, vpc, { service: "s3", name: "prod-s3", routeTables: tables });
  addGatewayEndpoint(builder, vpc, { service: "dynamodb", name: "prod-dynamodb", routeTables: tables });
  return { vpc, publicA, publicB, privateA, privateB, privateC, crampedA, tables };
}

function buildStaging(builder: Builder): StagingNetwork {
  const vpc = addVpc(builder, { name: "staging-vpc", cidr: "10.30.0.0/16" });
  const publicA = addSubnet(builder, vpc, {
    name: "staging-public-a",
    cidr: "10.30.0.0/24",
    zone: "a",
    isPublic: true,
  });
  const privateA = addSubnet(builder, vpc, { name: "staging-private-a", cidr: "10.30.10.0/24", zone: "a" });
  const privateB = addSubnet(builder, vpc, { name: "staging-private-b", cidr: "10.30.11.0/24", zone: "b" });
  const gatewayId = addInternetGateway(builder, vpc, "staging-igw");
  const publicTable = addRouteTable(builder, vpc, { name: "staging-public", subnets: [publicA] });
  routeToInternet(publicTable, gatewayId);
  const privateTable = addRouteTable(builder, vpc, {
    name: "staging-private",
    subnets: [privateA, privateB],
  });
  const nat = addNatGateway(builder, publicA, { name: "staging-nat", publicIp: "54.73.120.9" });
  addRoute(privateTable, "0.0.0.0/0", { NatGatewayId: nat });
  // Nobody ever added a rule to it: AWS makes it deny everything.
  addNetworkAcl(builder, privateB, {
    name: "staging-lockdown",
    entries: [denyAll(false), denyAll(true)],
  });
  return { vpc, publicA, privateA, privateB };
}

function buildData(builder: Builder): DataNetwork {
  const vpc = addVpc(builder, { name: "data-vpc", cidr: "10.40.0.0/16" });
  const isolated = ["a", "b", "c"].map((zone, index) =>
    addSubnet(builder, vpc, { name: `data-isolated-${zone}`, cidr: `10.40.${String(index)}.0/24`, zone }),
  );
  const table = addRouteTable(builder, vpc, { name: "data-isolated", subnets: isolated });
  addGatewayEndpoint(builder, vpc, { service: "s3", name: "data-s3", routeTables: [table] });
  return { vpc, isolated, table };
}

/** The three networks of Harbor & Pine, production and data peered with each other. */
export function buildNetworks(builder: Builder): DemoNetworks {
  const prod = buildProd(builder);
  const staging = buildStaging(builder);
  const data = buildData(builder);
  const peeringId = addPeering(builder, prod.vpc, data.vpc, "prod-to-data");
  for (const table of prod.tables) addRoute(table, data.vpc.cidr, { VpcPeeringConnectionId: peeringId });
  addRoute(data.table, prod.vpc.cidr, { VpcPeeringConnectionId: peeringId });
  return { prod, staging, data, peeringId };
}
