import type {
  DescribeRouteTablesCommandInput,
  DescribeRouteTablesCommandOutput,
  RouteTable,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../describe/describe-collection";

/** Route tables. */
export const routeTableCollection: Collection<RouteTable> = {
  prefix: "rtb",
  notFoundCode: "InvalidRouteTableID.NotFound",
  notFoundMessage: "The routeTable ID '{id}' does not exist",
  malformedCode: "InvalidRouteTableId.Malformed",
  list: ({ regionWorld }) => regionWorld.routeTables,
  idOf: (table) => table.RouteTableId,
  tagsOf: (table) => table.Tags,
  filters: {
    "association.gateway-id": (table) =>
      table.Associations?.map((association) => association.GatewayId) ?? [],
    "association.main": (table) => table.Associations?.map((association) => association.Main) ?? [],
    "association.route-table-association-id": (table) =>
      table.Associations?.map((association) => association.RouteTableAssociationId) ?? [],
    "association.route-table-id": (table) =>
      table.Associations?.map((association) => association.RouteTableId) ?? [],
    "association.subnet-id": (table) => table.Associations?.map((association) => association.SubnetId) ?? [],
    "owner-id": (table) => table.OwnerId,
    "route-table-id": (table) => table.RouteTableId,
    "route.destination-cidr-block": (table) => table.Routes?.map((route) => route.DestinationCidrBlock) ?? [],
    "route.destination-ipv6-cidr-block": (table) =>
      table.Routes?.map((route) => route.DestinationIpv6CidrBlock) ?? [],
    "route.destination-prefix-list-id": (table) =>
      table.Routes?.map((route) => route.DestinationPrefixListId) ?? [],
    "route.egress-only-internet-gateway-id": (table) =>
      table.Routes?.map((route) => route.EgressOnlyInternetGatewayId) ?? [],
    "route.gateway-id": (table) => table.Routes?.map((route) => route.GatewayId) ?? [],
    "route.instance-id": (table) => table.Routes?.map((route) => route.InstanceId) ?? [],
    "route.nat-gateway-id": (table) => table.Routes?.map((route) => route.NatGatewayId) ?? [],
    "route.origin": (table) => table.Routes?.map((route) => route.Origin) ?? [],
    "route.state": (table) => table.Routes?.map((route) => route.State) ?? [],
    "route.transit-gateway-id": (table) => table.Routes?.map((route) => route.TransitGatewayId) ?? [],
    "route.vpc-peering-connection-id": (table) =>
      table.Routes?.map((route) => route.VpcPeeringConnectionId) ?? [],
    "vpc-id": (table) => table.VpcId,
  },
};

export const describeRouteTables: Handler<
  DescribeRouteTablesCommandInput,
  Answer<DescribeRouteTablesCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, routeTableCollection, {
    ids: input.RouteTableIds,
    Filters: input.Filters,
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { RouteTables: items, ...page };
};
