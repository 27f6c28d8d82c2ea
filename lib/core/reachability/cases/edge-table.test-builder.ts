import type { Resource } from "@/lib/core/network/network";
import { aRoute, aRouteTable } from "@/lib/testing/builders/vpc-resources";

/** The table of `igw-1` in `vpc-1`, which leads what comes for `subnet-1b` to the interface `eni-firewall`. */
export const EDGE_TABLE: Resource<"RouteTables"> = aRouteTable({
  RouteTableId: "rtb-edge",
  VpcId: "vpc-1",
  Associations: [{ GatewayId: "igw-1", AssociationState: { State: "associated" } }],
  Routes: [
    aRoute({ DestinationCidrBlock: "10.1.0.0/16" }),
    aRoute({ DestinationCidrBlock: "10.1.2.0/24", GatewayId: undefined, NetworkInterfaceId: "eni-firewall" }),
  ],
});
