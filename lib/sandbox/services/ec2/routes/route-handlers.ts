import type { HandlerTable } from "../../../handler";
import { deleteRoute, replaceRoute } from "./change-route";
import { createRoute } from "./create-route";
import { createRouteTable, deleteRouteTable } from "./create-route-table";
import { describeRouteTables } from "./describe-route-tables";
import {
  associateRouteTable,
  disassociateRouteTable,
  replaceRouteTableAssociation,
} from "./route-table-associations";

/** Operations on route tables and their routes. */
export const routeHandlers = {
  AssociateRouteTable: associateRouteTable,
  CreateRoute: createRoute,
  CreateRouteTable: createRouteTable,
  DeleteRoute: deleteRoute,
  DeleteRouteTable: deleteRouteTable,
  DescribeRouteTables: describeRouteTables,
  DisassociateRouteTable: disassociateRouteTable,
  ReplaceRoute: replaceRoute,
  ReplaceRouteTableAssociation: replaceRouteTableAssociation,
} satisfies HandlerTable;
