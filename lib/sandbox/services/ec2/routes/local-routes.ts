import type { Route, RouteTable, Vpc } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

/** The member of a route that names a destination of this text. */
export function destinationMember(
  cidr: string,
): Pick<Route, "DestinationCidrBlock"> | Pick<Route, "DestinationIpv6CidrBlock"> {
  return cidr.includes(":") ? { DestinationIpv6CidrBlock: cidr } : { DestinationCidrBlock: cidr };
}

/** The route that keeps a block of the VPC inside it. */
export function localRoute(cidr: string): Route {
  return {
    ...destinationMember(cidr),
    GatewayId: "local",
    Origin: "CreateRouteTable",
    State: "active",
  };
}

/** The blocks that a VPC has, of both families. */
export function vpcCidrs(vpc: Vpc): string[] {
  const isHeld = (state: string | undefined): boolean => state === "associated" || state === "associating";
  return [
    ...(vpc.CidrBlockAssociationSet ?? [])
      .filter((item) => isHeld(item.CidrBlockState?.State))
      .flatMap((item) => item.CidrBlock ?? []),
    ...(vpc.Ipv6CidrBlockAssociationSet ?? [])
      .filter((item) => isHeld(item.Ipv6CidrBlockState?.State))
      .flatMap((item) => item.Ipv6CidrBlock ?? []),
  ];
}

/** Gives every route table of a VPC the local route of a block that it got. */
export function addLocalRoutes(regionWorld: RegionWorld, vpcId: string | undefined, cidr: string): void {
  for (const table of tablesOf(regionWorld, vpcId))
    table.Routes = [localRoute(cidr), ...(table.Routes ?? [])];
}

/** Takes from every route table of a VPC the route of a block that it lost, whatever that was made to point at. */
export function removeLocalRoutes(regionWorld: RegionWorld, vpcId: string | undefined, cidr: string): void {
  for (const table of tablesOf(regionWorld, vpcId)) {
    table.Routes = (table.Routes ?? []).filter(
      (route) => route.DestinationCidrBlock !== cidr && route.DestinationIpv6CidrBlock !== cidr,
    );
  }
}

function tablesOf(regionWorld: RegionWorld, vpcId: string | undefined): RouteTable[] {
  return regionWorld.routeTables.filter((table) => table.VpcId === vpcId);
}
