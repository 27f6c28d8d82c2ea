import { subnetAddresses } from "../../network/eligibility/subnet-addresses";
import { nameTag } from "../../network/name-tag";
import type { Network, Resource } from "../../network/network";
import { vpcCidrBlocks } from "../../network/vpc-cidr-blocks";
import { classifySubnet } from "../../network/routing/classify-subnet";
import { effectiveRouteTable } from "../../network/routing/effective-route-table";
import { facts, monoFact } from "../facts";
import type { GraphNode, GraphPart } from "../graph";
import { regionNodeId, zoneNodeId, type VpcScope } from "../scope";

/** Region › VPC › zone › subnet. */
export function containers({ network, vpcId, subnetIds }: VpcScope): GraphPart {
  const zones = new Map<string, GraphNode>();
  const subnets = subnetIds.map((subnetId) => {
    const zone = zoneNode(network, vpcId, subnetId);
    zones.set(zone.id, zone);
    return subnetNode(network, subnetId, zone.id);
  });
  const vpc = vpcNode(network, vpcId);
  return {
    nodes: [...regionNodes(network, [vpcId]), vpc, ...zones.values(), ...subnets],
    edges: [],
    omitted: [],
  };
}

/** One node per account and region that holds any of these VPCs. */
function regionNodes(network: Network, vpcIds: readonly string[]): GraphNode[] {
  return vpcIds.map((vpcId) => {
    const { accountId = null, region = null } = network.vpcs.get(vpcId) ?? {};
    return regionNode(accountId, region);
  });
}

export function regionNode(accountId: string | null, region: string | null): GraphNode {
  return {
    id: regionNodeId(accountId, region),
    kind: "region",
    label: region ?? "Region not known",
    sublabel: accountId === null ? "account not known" : `account ${accountId}`,
    facts: facts(monoFact("Account", accountId), monoFact("Region", region)),
  };
}

export function vpcNode(network: Network, vpcId: string): GraphNode {
  const vpc = network.vpcs.get(vpcId);
  const { accountId = null, region = null } = vpc ?? {};
  const cidrBlocks = vpcCidrBlocks(network, vpcId);
  return {
    id: vpcId,
    kind: "vpc",
    parentId: regionNodeId(accountId, region),
    label: (vpc && nameTag(vpc.resource)) ?? vpcId,
    resourceId: vpcId,
    ...(cidrBlocks.length > 0 && { sublabel: cidrBlocks.join(", ") }),
    facts: facts(
      monoFact("VPC", vpcId),
      ...cidrBlocks.map((cidrBlock) => monoFact("CIDR", cidrBlock)),
      ["Tenancy", vpc?.resource.InstanceTenancy],
      ["Default VPC", vpc?.resource.IsDefault ? "yes" : undefined],
    ),
  };
}

function zoneNode(network: Network, vpcId: string, subnetId: string): GraphNode {
  const { AvailabilityZone: zone, AvailabilityZoneId } = network.subnets.get(subnetId)?.resource ?? {};
  return {
    id: zoneNodeId(vpcId, zone ?? "unknown"),
    kind: "zone",
    parentId: vpcId,
    label: zone ?? "Zone not known",
    facts: facts(monoFact("Zone ID", AvailabilityZoneId)),
  };
}

function subnetNode(network: Network, subnetId: string, parentId: string): GraphNode {
  const resource: Resource<"Subnets"> = network.subnets.get(subnetId)?.resource ?? {};
  const { kind, reason } = classifySubnet(network, subnetId);
  const routing = effectiveRouteTable(network, subnetId);
  const { free, usable } = subnetAddresses(resource);
  return {
    id: subnetId,
    kind: "subnet",
    parentId,
    label: nameTag(resource) ?? subnetId,
    resourceId: subnetId,
    subnetKind: kind,
    ...(resource.CidrBlock !== undefined && { sublabel: resource.CidrBlock }),
    facts: facts(
      monoFact("Subnet", subnetId),
      monoFact("CIDR", resource.CidrBlock),
      [kind === "unknown" ? "Kind not known" : `Why ${kind}`, reason],
      [
        "Route table",
        routing.status === "known" ? `${routing.routeTableId} (${routing.association})` : undefined,
      ],
      ["Free addresses", free === null ? undefined : usable === null ? free : `${free} of ${usable}`],
      ["Interfaces", network.lookups.networkInterfaceIdsBySubnet.get(subnetId)?.length],
    ),
  };
}
