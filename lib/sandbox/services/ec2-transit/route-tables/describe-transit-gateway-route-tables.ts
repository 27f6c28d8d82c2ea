import type {
  DescribeTransitGatewayRouteTablesCommandInput,
  DescribeTransitGatewayRouteTablesCommandOutput,
  TransitGatewayRouteTable,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { describeCollection, type Collection } from "../../ec2/describe/describe-collection";
import { transitRouteTableKind } from "../lookup/transit-errors";

const collection: Collection<TransitGatewayRouteTable> = {
  ...transitRouteTableKind,
  list: ({ regionWorld }) => regionWorld.transit.routeTables,
  idOf: (table) => table.TransitGatewayRouteTableId,
  tagsOf: (table) => table.Tags,
  filters: {
    "default-association-route-table": (table) => table.DefaultAssociationRouteTable,
    "default-propagation-route-table": (table) => table.DefaultPropagationRouteTable,
    state: (table) => table.State,
    "transit-gateway-id": (table) => table.TransitGatewayId,
    "transit-gateway-route-table-id": (table) => table.TransitGatewayRouteTableId,
  },
};

/** The tables of the account's own transit gateways: those of shared ones are their owners' alone. */
export const describeTransitGatewayRouteTables: Handler<
  DescribeTransitGatewayRouteTablesCommandInput,
  Answer<DescribeTransitGatewayRouteTablesCommandOutput>
> = (context, input) => {
  const { items, ...page } = describeCollection(context, collection, {
    ...input,
    ids: input.TransitGatewayRouteTableIds,
  });
  return { TransitGatewayRouteTables: items, ...page };
};
