import type { SubnetDetail } from "@/lib/contract/functions";
import { subnetIneligibility } from "@/lib/core/network/eligibility/subnet-ineligibility";
import { nameTag } from "@/lib/core/network/name-tag";
import type { Network, Resource } from "@/lib/core/network/network";
import { classifySubnet } from "@/lib/core/network/routing/classify-subnet";
import { effectiveNetworkAcl } from "@/lib/core/network/routing/effective-network-acl";
import { effectiveRouteTable } from "@/lib/core/network/routing/effective-route-table";
import { routeDestination, routeTarget } from "@/lib/core/network/routing/route-target";

type Route = NonNullable<SubnetDetail["routes"]>[number];

/** A subnet with its effective routes. One that was not read is there too, with what is not known left null. */
export function toSubnetDetail(network: Network, subnetId: string): SubnetDetail {
  const resource: Resource<"Subnets"> = network.subnets.get(subnetId)?.resource ?? {};
  const { kind, reason } = classifySubnet(network, subnetId);
  const routing = effectiveRouteTable(network, subnetId);
  const table = routing.status === "known" ? routing : null;
  const acl = effectiveNetworkAcl(network, subnetId);
  const ineligibleReason = subnetIneligibility(network, subnetId);
  const { AvailableIpAddressCount: free } = resource;
  return {
    subnetId,
    name: nameTag(resource),
    cidrBlock: resource.CidrBlock ?? null,
    ipv6CidrBlock: ipv6CidrBlock(resource),
    availabilityZone: resource.AvailabilityZone ?? null,
    availableIpAddressCount: free !== undefined && Number.isInteger(free) ? free : null,
    kind,
    kindReason: reason,
    routeTableId: table?.routeTableId ?? null,
    routeTableName: table ? nameTag(table.routeTable.resource) : null,
    routeTableAssociation: table?.association ?? null,
    routes: table ? toRoutes(table.routeTable.resource) : null,
    networkAclId: acl.status === "known" ? acl.networkAclId : null,
    ...(ineligibleReason !== undefined && { ineligibleReason }),
  };
}

function ipv6CidrBlock({ Ipv6CidrBlockAssociationSet }: Resource<"Subnets">): string | null {
  const associated = Ipv6CidrBlockAssociationSet?.find(
    ({ Ipv6CidrBlockState }) => (Ipv6CidrBlockState?.State ?? "associated") === "associated",
  );
  return associated?.Ipv6CidrBlock ?? null;
}

function toRoutes({ Routes }: Resource<"RouteTables">): Route[] {
  return (Routes ?? []).map((route) => {
    const target = routeTarget(route);
    return {
      destination: routeDestination(route),
      target: target.id,
      targetKind: target.kind,
      state: route.State ?? null,
      origin: route.Origin ?? null,
    };
  });
}
