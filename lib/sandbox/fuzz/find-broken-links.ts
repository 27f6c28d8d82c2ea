import { isEnding } from "../services/ec2/endpoints/endpoint-ids";
import { isCarrying, isOver } from "../services/ec2-transit/attachments/attachment-states";
import type { AccountWorld, RegionWorld } from "../world/world";

/** What must hold of peering, transit gateways and endpoints whatever was called, at every moment. */
export function findBrokenLinks(region: RegionWorld): string[] {
  const { transit } = region;
  const attached = transit.vpcAttachments.filter(({ State }) => !isOver(State));
  const interfaceIds = new Set(region.networkInterfaces.map((eni) => eni.NetworkInterfaceId));
  const tableIds = new Set(region.routeTables.map((table) => table.RouteTableId));
  const subnetsOf = (attachmentId: string | undefined) =>
    region.networkInterfaces
      .filter((eni) => eni.Description?.endsWith(` ${attachmentId ?? "?"}`) === true)
      .map((eni) => eni.SubnetId ?? "");
  const activeRoutes = region.routeTables.flatMap((table) =>
    (table.Routes ?? [])
      .filter((route) => route.State !== "blackhole")
      .map((route) => ({ route, vpcId: table.VpcId })),
  );
  const living = region.vpcEndpoints.filter((endpoint) => !isEnding(endpoint));
  const associated = transit.associations.map((link) => link.attachmentId);
  return [
    ...activeRoutes
      .filter(
        ({ route, vpcId }) =>
          route.TransitGatewayId !== undefined &&
          !attached.some(
            (attachment) =>
              attachment.VpcId === vpcId &&
              attachment.TransitGatewayId === route.TransitGatewayId &&
              isCarrying(attachment.State),
          ),
      )
      .map(({ route }) => `route to a transit gateway without an attachment: ${JSON.stringify(route)}`),
    ...activeRoutes
      .filter(
        ({ route, vpcId }) =>
          route.VpcPeeringConnectionId !== undefined &&
          !region.vpcPeeringConnections.some(
            (peering) =>
              peering.VpcPeeringConnectionId === route.VpcPeeringConnectionId &&
              peering.Status?.Code === "active" &&
              [peering.RequesterVpcInfo?.VpcId, peering.AccepterVpcInfo?.VpcId].includes(vpcId),
          ),
      )
      .map(({ route }) => `route over a peering that is not active: ${JSON.stringify(route)}`),
    ...attached
      .filter(
        ({ SubnetIds = [], TransitGatewayAttachmentId: id }) =>
          subnetsOf(id).toSorted().join() !== [...SubnetIds].toSorted().join(),
      )
      .map((attachment) => `attachment without its interfaces: ${JSON.stringify(attachment)}`),
    ...transit.vpcAttachments
      .filter(({ State, TransitGatewayAttachmentId: id }) => isOver(State) && subnetsOf(id).length > 0)
      .map(({ TransitGatewayAttachmentId: id }) => `interfaces of ${id ?? ""}, which is over`),
    ...attached
      .filter(({ VpcId: vpcId }) => !region.vpcs.some((vpc) => vpc.VpcId === vpcId))
      .map((attachment) => `attachment of no VPC: ${JSON.stringify(attachment)}`),
    ...associated
      .filter((id, index) => associated.indexOf(id) !== index)
      .map((id) => `two associations of ${id}`),
    ...living
      .filter((endpoint) => endpoint.NetworkInterfaceIds?.some((id) => !interfaceIds.has(id)))
      .map((endpoint) => `endpoint without its interfaces: ${JSON.stringify(endpoint)}`),
    ...living
      .filter((endpoint) => endpoint.RouteTableIds?.some((id) => !tableIds.has(id)))
      .map((endpoint) => `endpoint of a deleted route table: ${JSON.stringify(endpoint)}`),
  ];
}

/** What must hold of an account's roles and policies. */
export function findBrokenRights({ roles, policies }: AccountWorld): string[] {
  const own = new Set(policies.map((policy) => policy.policyArn));
  const isGone = (arn: string | undefined) =>
    arn !== undefined && !arn.startsWith("arn:aws:iam::aws:") && !own.has(arn);
  const names = roles.map((role) => role.roleName);
  return [
    ...roles
      .filter((role) => role.attachedPolicies.some((item) => isGone(item.policyArn)))
      .map((role) => `role with a deleted policy: ${role.roleName}`),
    ...roles
      .filter((role) => isGone(role.permissionsBoundaryArn))
      .map((role) => `role with a deleted boundary: ${role.roleName}`),
    ...policies
      .filter(
        ({ versions, defaultVersionId }) =>
          versions.length > 5 || !versions.some((version) => version.versionId === defaultVersionId),
      )
      .map((policy) => `policy without its default version, or with too many: ${policy.policyArn}`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two roles ${name}`),
  ];
}
