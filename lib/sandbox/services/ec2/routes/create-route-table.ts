import type {
  CreateRouteTableCommandInput,
  CreateRouteTableCommandOutput,
  DeleteRouteTableCommandInput,
  RouteTable,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { getKnown } from "../requests/get-known";
import { oncePerClientToken } from "../requests/once-per-client-token";
import { specifiedTags } from "../requests/specified-tags";
import { vpcCollection } from "../vpcs/describe-vpcs";
import { routeTableCollection } from "./describe-route-tables";
import { makeRouteTable } from "./make-route-table";

/** "Route tables per VPC" (VPC user guide: Amazon VPC quotas). */
const TABLES_PER_VPC = 200;

function create(context: HandlerContext, input: CreateRouteTableCommandInput): RouteTable {
  const { vpcs, routeTables } = context.regionWorld;
  const vpc = getKnown(vpcs, vpcCollection, input.VpcId, "vpcId");
  const tags = specifiedTags(input.TagSpecifications, "route-table");
  if (routeTables.filter((table) => table.VpcId === vpc.VpcId).length >= TABLES_PER_VPC) {
    throw new AwsError("RouteTableLimitExceeded", "The maximum number of route tables has been reached.");
  }
  return makeRouteTable(context, vpc, { tags });
}

/** Makes a route table with the VPC's local routes. */
export const createRouteTable: Handler<
  CreateRouteTableCommandInput,
  Answer<CreateRouteTableCommandOutput>
> = (context, input) => {
  const table = oncePerClientToken(
    context,
    { operation: "CreateRouteTable", input },
    {
      find: (id) => context.regionWorld.routeTables.find((candidate) => candidate.RouteTableId === id),
      idOf: (made) => made.RouteTableId,
      create: () => create(context, input),
    },
  );
  return {
    ...(input.ClientToken === undefined ? {} : { ClientToken: input.ClientToken }),
    RouteTable: structuredClone(table),
  };
};

/** Deletes a table that nothing uses: not the main one, nor one that a subnet or gateway is associated with. */
export const deleteRouteTable: Handler<DeleteRouteTableCommandInput, Record<string, never>> = (
  { regionWorld },
  input,
) => {
  const { routeTables, vpcEndpoints } = regionWorld;
  const table = getKnown(routeTables, routeTableCollection, input.RouteTableId, "routeTableId");
  const id = table.RouteTableId ?? "";
  if ((table.Associations ?? []).length > 0) {
    throw new AwsError(
      "DependencyViolation",
      `The routeTable '${id}' has dependencies and cannot be deleted.`,
    );
  }
  regionWorld.routeTables = routeTables.filter((candidate) => candidate !== table);
  for (const endpoint of vpcEndpoints) {
    endpoint.RouteTableIds = endpoint.RouteTableIds?.filter((other) => other !== id);
  }
  return {};
};
