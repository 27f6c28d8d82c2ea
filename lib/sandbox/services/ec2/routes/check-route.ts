import type { RouteTable } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { cidrContains, parseCidr } from "../requests/parse-cidr";
import type { Destination } from "./route-destination";
import type { Target } from "./route-target";

/** Targets that a route more specific than the local one may have (VPC user guide: Configure route tables). */
function isMiddlebox(target: Target): boolean {
  return (
    target.NetworkInterfaceId !== undefined ||
    target.NatGatewayId !== undefined ||
    target.GatewayId?.startsWith("vpce-") === true
  );
}

/** Throws AwsError for a route inside the VPC's own blocks that is not a whole subnet's, or does not lead to an appliance. */
function checkInsideVpc(
  regionWorld: RegionWorld,
  table: RouteTable,
  destination: Destination,
  target: Target,
): void {
  const { cidr } = destination;
  const local = (table.Routes ?? [])
    .filter((route) => route.Origin === "CreateRouteTable")
    .flatMap((route) => parseCidr(route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? "") ?? []);
  if (cidr === undefined || !local.some((block) => cidrContains(block, cidr))) return;
  if (!isMiddlebox(target)) {
    throw new AwsError(
      "InvalidParameterValue",
      `The destination CIDR block ${destination.text} is equal to or more specific than one of this VPC's CIDR blocks. This route can target only an interface or an instance.`,
    );
  }
  const isWhole = local.some((block) => block.canonical === destination.text);
  const isSubnet = regionWorld.subnets.some(
    (subnet) =>
      subnet.VpcId === table.VpcId &&
      (subnet.CidrBlock === destination.text ||
        subnet.Ipv6CidrBlockAssociationSet?.some((item) => item.Ipv6CidrBlock === destination.text)),
  );
  if (isWhole || isSubnet) return;
  throw new AwsError(
    "InvalidParameterValue",
    `The destination CIDR block ${destination.text} does not match the CIDR block of a subnet of this VPC.`,
  );
}

/** A gateway's table takes routes to interfaces and to Gateway Load Balancer endpoints, and no prefix lists. */
function checkGatewayTable(table: RouteTable, destination: Destination, target: Target): void {
  const isGatewayTable = table.Associations?.some((association) => association.GatewayId !== undefined);
  if (isGatewayTable !== true) return;
  const isAllowed = target.NetworkInterfaceId !== undefined || target.GatewayId?.startsWith("vpce-") === true;
  if (isAllowed && destination.cidr !== undefined) return;
  throw new AwsError(
    "InvalidParameterValue",
    `route table ${table.RouteTableId ?? ""} is associated with a gateway and cannot have this route.`,
  );
}

/** Throws AwsError for a route that this table may not have, whether it is made or changed. */
export function checkRoute(
  regionWorld: RegionWorld,
  table: RouteTable,
  route: { destination: Destination; target: Target },
): void {
  checkInsideVpc(regionWorld, table, route.destination, route.target);
  checkGatewayTable(table, route.destination, route.target);
}
