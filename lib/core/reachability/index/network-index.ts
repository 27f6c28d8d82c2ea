import type { Located, Network, Resource } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import { effectiveNetworkAcl, type EffectiveNetworkAcl } from "../../network/routing/effective-network-acl";
import { effectiveRouteTable, type EffectiveRouteTable } from "../../network/routing/effective-route-table";
import { vpcCidrBlocks } from "../../network/vpc-cidr-blocks";
import { groupsOfRules } from "../compile/groups-of-rules";
import { compileRouteTable, type CompiledRouteTable } from "../compile/route-table";
import { parseCidr, parseCidrs, type Address, type CidrRange } from "../sets/address-range";
import { edgeTables } from "./edge-tables";
import { toEndpoint, type Endpoint } from "./endpoint";
import { endpointsOfInstances } from "./endpoints-of-instances";
import {
  descriptionOf,
  loadBalancersByDescription,
  withLoadBalancerGroups,
  type LocatedLoadBalancer,
} from "./load-balancers";
import { once, oncePerKey } from "./once";
import { groupSubnets, toSubnetPlace, type SubnetPlace } from "./subnet-place";

/** What the engine looks up again and again, each made at its first use. */
export interface NetworkIndex {
  network: Network;
  subnet: (subnetId: string) => SubnetPlace | null;
  subnetsOfVpc: (vpcId: string) => readonly SubnetPlace[];
  vpcRanges: (vpcId: string) => readonly CidrRange[];
  endpoint: (networkInterfaceId: string) => Endpoint | undefined;
  endpointsOfInstance: (instanceId: string) => readonly Endpoint[];
  endpointsOfSubnet: (subnetId: string) => readonly Endpoint[];
  endpointsOfVpc: (vpcId: string) => readonly Endpoint[];
  endpointsOfGroup: (groupId: string) => readonly Endpoint[];
  /** As DescribeSecurityGroups gave it, else put together from its rules. */
  securityGroup: (groupId: string) => Resource<"SecurityGroups"> | undefined;
  endpointAt: (vpcId: string, address: Address) => Endpoint | undefined;
  endpointOfPublicAddress: (address: Address) => Endpoint | undefined;
  /** Of interfaces and of NAT gateways. */
  publicAddresses: () => readonly Address[];
  natGatewayOfPublicAddress: (address: Address) => Located<Identified<"NatGateways">> | undefined;
  natGatewayOfInterface: (networkInterfaceId: string) => Located<Identified<"NatGateways">> | undefined;
  loadBalancerOfInterface: (endpoint: Endpoint) => LocatedLoadBalancer | undefined;
  endpointsOfLoadBalancer: (loadBalancerArn: string) => readonly Endpoint[];
  listenersOfLoadBalancer: (loadBalancerArn: string) => readonly Located<Identified<"Listeners">>[];
  vpcEndpointsOfVpc: (vpcId: string) => readonly Located<Identified<"VpcEndpoints">>[];
  vpcEndpointsOfInterface: (networkInterfaceId: string) => readonly Located<Identified<"VpcEndpoints">>[];
  routeTableOfSubnet: (subnetId: string) => EffectiveRouteTable;
  networkAclOfSubnet: (subnetId: string) => EffectiveNetworkAcl;
  routeTable: (routeTableId: string) => CompiledRouteTable | null;
  routeTablesOfVpc: (vpcId: string) => readonly CompiledRouteTable[];
  /** The table that an internet or VPN gateway is associated with (edge association). */
  routeTableOfGateway: (gatewayId: string) => CompiledRouteTable | null;
  internetGatewaysOfVpc: (vpcId: string) => readonly Located<Identified<"InternetGateways">>[];
  attachmentsOfTransitGateway: (
    transitGatewayId: string,
  ) => readonly Located<Identified<"TransitGatewayVpcAttachments">>[];
}

const indexes = new WeakMap<Network, NetworkIndex>();

/** The index of a network. Kept with it: a network never changes. */
export function indexNetwork(network: Network): NetworkIndex {
  const known = indexes.get(network);
  if (known) return known;
  const index = makeIndex(network);
  indexes.set(network, index);
  return index;
}

function makeIndex(network: Network): NetworkIndex {
  const subnets = once(() => groupSubnets(network));
  const loadBalancers = once(() => loadBalancersByDescription(network));
  const listeners = once(() => groupBy(network.listeners, ({ resource }) => [resource.LoadBalancerArn]));
  const endpoints = once(() => indexEndpoints(network, loadBalancers()));
  const ofRules = once(() => groupsOfRules(network));
  const internetGateways = once(() => groupBy(network.internetGateways, internetGatewayVpcs));
  const attachments = once(() =>
    groupBy(network.transitGatewayVpcAttachments, ({ resource }) => [resource.TransitGatewayId]),
  );
  const natGateways = once(() => indexNatGateways(network));
  const edges = once(() => edgeTables(network));
  const tablesByVpc = once(() => groupBy(network.routeTables, ({ resource }) => [resource.VpcId]));
  const endpointsByVpc = once(() => groupBy(network.vpcEndpoints, ({ resource }) => [resource.VpcId]));
  const endpointsByInterface = once(() =>
    groupBy(network.vpcEndpoints, ({ resource }) => resource.NetworkInterfaceIds ?? []),
  );
  return {
    network,
    natGatewayOfPublicAddress: (address) => natGateways().byPublicAddress.get(address),
    natGatewayOfInterface: (id) => natGateways().byInterface.get(id),
    loadBalancerOfInterface: ({ description }) => loadBalancers().get(description),
    endpointsOfLoadBalancer: (arn) => endpoints().byLoadBalancer.get(descriptionOf(arn)) ?? [],
    listenersOfLoadBalancer: (arn) => listeners().get(arn) ?? [],
    vpcEndpointsOfVpc: (vpcId) => endpointsByVpc().get(vpcId) ?? [],
    vpcEndpointsOfInterface: (id) => endpointsByInterface().get(id) ?? [],
    subnet: oncePerKey((subnetId) => {
      const located = network.subnets.get(subnetId);
      return located ? toSubnetPlace(located) : null;
    }),
    subnetsOfVpc: (vpcId) => subnets().get(vpcId) ?? [],
    vpcRanges: oncePerKey((vpcId) => parseCidrs(vpcCidrBlocks(network, vpcId))),
    endpoint: (id) => endpoints().byId.get(id),
    endpointsOfInstance: (instanceId) => endpoints().byInstance.get(instanceId) ?? [],
    endpointsOfSubnet: (subnetId) => endpoints().bySubnet.get(subnetId) ?? [],
    endpointsOfVpc: oncePerKey((vpcId) =>
      [...endpoints().byId.values()].filter((one) => one.vpcId === vpcId),
    ),
    endpointsOfGroup: (groupId) => endpoints().byGroup.get(groupId) ?? [],
    securityGroup: (groupId) => network.securityGroups.get(groupId)?.resource ?? ofRules().get(groupId),
    endpointAt: (vpcId, address) => endpoints().byAddress.get(`${vpcId} ${address}`),
    endpointOfPublicAddress: (address) => endpoints().byPublicAddress.get(address),
    publicAddresses: once(() => [
      ...new Set([...endpoints().byPublicAddress.keys(), ...natGateways().byPublicAddress.keys()]),
    ]),
    routeTableOfSubnet: oncePerKey((subnetId) =>
      effectiveRouteTable(network, subnetId, endpoints().bySubnet.get(subnetId)?.[0]?.vpcId),
    ),
    networkAclOfSubnet: oncePerKey((subnetId) => effectiveNetworkAcl(network, subnetId)),
    routeTable: oncePerKey((routeTableId) => {
      const located = network.routeTables.get(routeTableId);
      // Each has a local route: without a list, its routes were not read.
      return located?.resource.Routes ? compileRouteTable(network, located.resource) : null;
    }),
    routeTablesOfVpc: oncePerKey((vpcId) =>
      (tablesByVpc().get(vpcId) ?? []).map(({ resource }) => compileRouteTable(network, resource)),
    ),
    routeTableOfGateway: oncePerKey((gatewayId) => {
      const table = edges().get(gatewayId);
      return table ? compileRouteTable(network, table) : null;
    }),
    internetGatewaysOfVpc: (vpcId) => internetGateways().get(vpcId) ?? [],
    attachmentsOfTransitGateway: (transitGatewayId) => attachments().get(transitGatewayId) ?? [],
  };
}

interface EndpointIndex {
  byId: ReadonlyMap<string, Endpoint>;
  byInstance: ReadonlyMap<string, readonly Endpoint[]>;
  bySubnet: ReadonlyMap<string, readonly Endpoint[]>;
  byGroup: ReadonlyMap<string, readonly Endpoint[]>;
  /** By the description that names it. */
  byLoadBalancer: ReadonlyMap<string, readonly Endpoint[]>;
  byAddress: ReadonlyMap<string, Endpoint>;
  byPublicAddress: ReadonlyMap<Address, Endpoint>;
}

function indexEndpoints(
  network: Network,
  loadBalancers: ReadonlyMap<string, LocatedLoadBalancer>,
): EndpointIndex {
  const all = [
    ...[...network.networkInterfaces.values()].flatMap(({ resource }) => toEndpoint(network, resource) ?? []),
    ...endpointsOfInstances(network),
  ]
    .map((one) => withLoadBalancerGroups(one, loadBalancers.get(one.description)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const byInstance = new Map<string, Endpoint[]>();
  const bySubnet = new Map<string, Endpoint[]>();
  const byGroup = new Map<string, Endpoint[]>();
  const byLoadBalancer = new Map<string, Endpoint[]>();
  const byAddress = new Map<string, Endpoint>();
  const byPublicAddress = new Map<Address, Endpoint>();
  for (const endpoint of all) {
    if (endpoint.instanceId !== null) append(byInstance, endpoint.instanceId, endpoint);
    if (endpoint.role === "load-balancer") append(byLoadBalancer, endpoint.description, endpoint);
    append(bySubnet, endpoint.subnetId, endpoint);
    for (const groupId of endpoint.securityGroupIds ?? []) append(byGroup, groupId, endpoint);
    for (const { range, publicRange } of endpoint.addresses) {
      if (range.first === range.last) byAddress.set(`${endpoint.vpcId} ${range.first}`, endpoint);
      if (publicRange) byPublicAddress.set(publicRange.first, endpoint);
    }
  }
  return {
    byId: new Map(all.map((one) => [one.id, one])),
    byInstance,
    bySubnet,
    byGroup,
    byLoadBalancer,
    byAddress,
    byPublicAddress,
  };
}

function append<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

function groupBy<T>(
  index: ReadonlyMap<string, T>,
  keysOf: (item: T) => (string | undefined)[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [, item] of [...index].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const key of keysOf(item)) if (key) append(groups, key, item);
  }
  return groups;
}

function internetGatewayVpcs({ resource }: Located<Identified<"InternetGateways">>): (string | undefined)[] {
  return (resource.Attachments ?? []).map(({ VpcId }) => VpcId);
}

/** Those that hold their addresses: a failed or deleted one has given them back. */
function indexNatGateways(network: Network) {
  const byPublicAddress = new Map<Address, Located<Identified<"NatGateways">>>();
  const byInterface = new Map<string, Located<Identified<"NatGateways">>>();
  for (const located of network.natGateways.values()) {
    const isGone = located.resource.State === "failed" || located.resource.State === "deleted";
    for (const { PublicIp, NetworkInterfaceId } of located.resource.NatGatewayAddresses ?? []) {
      const range = parseCidr(PublicIp ?? "");
      if (range && !isGone) byPublicAddress.set(range.first, located);
      if (NetworkInterfaceId) byInterface.set(NetworkInterfaceId, located);
    }
  }
  return { byPublicAddress, byInterface };
}
