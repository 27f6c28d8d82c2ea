import type { VpcPeeringConnection } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

/** The connection that joins two VPCs of this region now. Groups cannot be named across regions, so neither counts. */
export function findActivePeering(
  regionWorld: RegionWorld,
  vpcIds: readonly (string | undefined)[],
): VpcPeeringConnection | undefined {
  return regionWorld.vpcPeeringConnections.find(
    ({ Status: status, RequesterVpcInfo: requester, AccepterVpcInfo: accepter }) =>
      status?.Code === "active" &&
      requester?.Region === accepter?.Region &&
      vpcIds.includes(requester?.VpcId) &&
      vpcIds.includes(accepter?.VpcId),
  );
}
