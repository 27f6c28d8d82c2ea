import type { RegionWorld } from "../../../world/world";

/** States in which a peering connection still holds its VPCs. */
const LIVE_PEERING = new Set(["pending-acceptance", "provisioning", "active"]);
const GONE = new Set(["deleted", "failed", "rejected", "expired"]);

/** Whether something other than what came with the VPC lies in it or hangs on it ("Delete your VPC", VPC user guide). */
export function vpcHasDependencies(regionWorld: RegionWorld, vpcId: string): boolean {
  const isHere = (resource: { VpcId?: string | undefined }): boolean => resource.VpcId === vpcId;
  return (
    regionWorld.subnets.some(isHere) ||
    regionWorld.networkInterfaces.some(isHere) ||
    regionWorld.securityGroups.some((group) => isHere(group) && group.GroupName !== "default") ||
    regionWorld.routeTables.some(
      (table) => isHere(table) && table.Associations?.some((association) => association.Main) !== true,
    ) ||
    regionWorld.networkAcls.some((acl) => isHere(acl) && acl.IsDefault !== true) ||
    hasGateway(regionWorld, vpcId) ||
    regionWorld.vpcEndpoints.some(
      (endpoint) => isHere(endpoint) && !GONE.has(endpoint.State?.toLowerCase() ?? ""),
    ) ||
    regionWorld.vpcPeeringConnections.some(
      ({ RequesterVpcInfo: requester, AccepterVpcInfo: accepter, Status: status }) =>
        (requester?.VpcId === vpcId || accepter?.VpcId === vpcId) && LIVE_PEERING.has(status?.Code ?? ""),
    ) ||
    regionWorld.securityGroupVpcAssociations.some(isHere)
  );
}

function hasGateway(regionWorld: RegionWorld, vpcId: string): boolean {
  const isAttached = (gateway: { Attachments?: { VpcId?: string | undefined }[] | undefined }): boolean =>
    gateway.Attachments?.some((attachment) => attachment.VpcId === vpcId) ?? false;
  return (
    regionWorld.internetGateways.some(isAttached) ||
    regionWorld.egressOnlyInternetGateways.some(isAttached) ||
    regionWorld.natGateways.some((gateway) => gateway.VpcId === vpcId && !GONE.has(gateway.State ?? "")) ||
    regionWorld.transit.vpnGateways.some((gateway) =>
      gateway.VpcAttachments?.some(
        (attachment) => attachment.VpcId === vpcId && attachment.State !== "detached",
      ),
    ) ||
    regionWorld.transit.vpcAttachments.some(
      (attachment) => attachment.VpcId === vpcId && !GONE.has(attachment.State ?? ""),
    )
  );
}
