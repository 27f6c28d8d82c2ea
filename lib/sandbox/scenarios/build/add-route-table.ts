import type { Route, RouteTable } from "@aws-sdk/client-ec2";
import { destinationMember, localRoute } from "../../services/ec2/routes/local-routes";
import { associateRouteTable, type BuiltSubnet } from "./add-subnet";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, named } from "./builder";

/** A route's target, by the member that AWS names it in. */
export type RouteTarget = Pick<
  Route,
  "GatewayId" | "NatGatewayId" | "TransitGatewayId" | "VpcPeeringConnectionId" | "EgressOnlyInternetGatewayId"
>;

/** Makes a route table with the VPC's local routes and the subnets that use it. */
export function addRouteTable(
  builder: Builder,
  vpc: BuiltVpc,
  { name, subnets }: { name?: string; subnets: readonly BuiltSubnet[] },
): RouteTable {
  const { regionWorld, ids } = builder;
  const table: RouteTable = {
    RouteTableId: ids.id("rtb"),
    VpcId: vpc.vpcId,
    OwnerId: regionWorld.accountId,
    Associations: [],
    PropagatingVgws: [],
    Routes: [vpc.cidr, ...(vpc.ipv6Cidr === undefined ? [] : [vpc.ipv6Cidr])].map(localRoute),
    Tags: named(name),
  };
  regionWorld.routeTables.push(table);
  for (const subnet of subnets) associateRouteTable(builder, table, subnet.subnetId);
  return table;
}

/** Adds a static route. */
export function addRoute(table: RouteTable, destination: string, target: RouteTarget): void {
  table.Routes = [
    ...(table.Routes ?? []),
    { ...destinationMember(destination), ...target, Origin: "CreateRoute", State: "active" },
  ];
}
