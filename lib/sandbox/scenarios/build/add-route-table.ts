import type { Route, RouteTable } from "@aws-sdk/client-ec2";
import { associateRouteTable, type BuiltSubnet } from "./add-subnet";
import type { BuiltVpc } from "./add-vpc";
import { type Builder, named } from "./builder";

/** A route's target, by the member that AWS names it in. */
export type RouteTarget = Pick<
  Route,
  "GatewayId" | "NatGatewayId" | "TransitGatewayId" | "VpcPeeringConnectionId"
>;

/** Makes a route table with the VPC's local route and the subnets that use it. */
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
    Routes: [
      { DestinationCidrBlock: vpc.cidr, GatewayId: "local", Origin: "CreateRouteTable", State: "active" },
    ],
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
    { DestinationCidrBlock: destination, ...target, Origin: "CreateRoute", State: "active" },
  ];
}
