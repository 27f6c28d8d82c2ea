import type { RouteTable, Tag, Vpc } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { localRoute, vpcCidrs } from "./local-routes";

/** What making a resource needs: where, and fresh ids. */
export interface Place {
  regionWorld: RegionWorld;
  ids: Pick<HandlerContext["ids"], "id">;
}

/** Makes a route table with the VPC's local routes. */
export function makeRouteTable(
  { regionWorld, ids }: Place,
  vpc: Vpc,
  { tags, isMain = false }: { tags: Tag[]; isMain?: boolean },
): RouteTable {
  const id = ids.id("rtb");
  const table: RouteTable = {
    RouteTableId: id,
    VpcId: vpc.VpcId,
    OwnerId: regionWorld.accountId,
    Associations: [],
    PropagatingVgws: [],
    Routes: vpcCidrs(vpc).map(localRoute),
    Tags: tags,
  };
  if (isMain) {
    table.Associations = [
      {
        Main: true,
        RouteTableAssociationId: ids.id("rtbassoc"),
        RouteTableId: id,
        AssociationState: { State: "associated" },
      },
    ];
  }
  regionWorld.routeTables.push(table);
  return table;
}
