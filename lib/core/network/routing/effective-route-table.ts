import { coverageOf, describeGap } from "../coverage-of";
import { isReadByOwner } from "../is-read-by-owner";
import type { Located, Network } from "../network";
import type { Identified } from "../resource-id";

export type EffectiveRouteTable =
  | {
      status: "known";
      routeTableId: string;
      routeTable: Located<Identified<"RouteTables">>;
      /** `main` where the subnet has no association of its own. */
      association: "explicit" | "main";
    }
  | { status: "unknown"; reason: string };

/**
 * The route table a subnet uses: its explicit association, else its VPC's main table. AWS never lists implicit
 * associations, so a table that was not read may hold one: without full coverage only an explicit one is certain.
 * Of a subnet that was not read, its interfaces may tell the VPC.
 * Source: EC2 API, DescribeRouteTables; VPC User Guide, "Subnet route tables".
 */
export function effectiveRouteTable(
  network: Network,
  subnetId: string,
  vpcIdOfUnread?: string,
): EffectiveRouteTable {
  const explicitId = network.lookups.routeTableIdBySubnet.get(subnetId);
  const explicit = explicitId === undefined ? undefined : network.routeTables.get(explicitId);
  if (explicitId !== undefined && explicit) {
    return { status: "known", routeTableId: explicitId, routeTable: explicit, association: "explicit" };
  }
  const subnet = network.subnets.get(subnetId);
  const place = subnet ?? ownVpc(network, vpcIdOfUnread);
  if (!place) return { status: "unknown", reason: `${subnetId} is not among the subnets read` };
  const gap = describeGap("DescribeRouteTables", coverageOf(network, "DescribeRouteTables", place));
  if (gap !== undefined) return { status: "unknown", reason: gap };
  const vpcId = place.resource.VpcId;
  if (!vpcId) return { status: "unknown", reason: `the VPC of ${subnetId} is not known` };
  const mainId = network.lookups.mainRouteTableIdByVpc.get(vpcId);
  const main = mainId === undefined ? undefined : network.routeTables.get(mainId);
  return mainId !== undefined && main
    ? { status: "known", routeTableId: mainId, routeTable: main, association: "main" }
    : { status: "unknown", reason: `the main route table of ${vpcId} is not among those read` };
}

/** A VPC as its owner sees it: who shares it sees the tables of some of its subnets only. */
function ownVpc({ vpcs }: Network, vpcId: string | undefined): Located<Identified<"Vpcs">> | undefined {
  const vpc = vpcId === undefined ? undefined : vpcs.get(vpcId);
  return vpc && isReadByOwner(vpc) ? vpc : undefined;
}
