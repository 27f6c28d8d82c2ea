import type { Vpc, VpcEncryptionNonCompliantResource, VpcPeeringConnection } from "@aws-sdk/client-ec2";
import type { RegionWorld, World } from "../../../../world/world";
import { isEncryptedPeering } from "../../peering/check-encryption";
import type { EncryptionResource } from "./encryption-resources";

interface BlockingResource {
  /** None for what no exclusion tolerates. */
  exclusion: EncryptionResource | undefined;
  resource: VpcEncryptionNonCompliantResource;
}

/** The active peering connections of a VPC. */
export function findPeerings(regionWorld: RegionWorld, vpcId: string): VpcPeeringConnection[] {
  return regionWorld.vpcPeeringConnections.filter(
    ({ Status: status, RequesterVpcInfo: requester, AccepterVpcInfo: accepter }) =>
      status?.Code === "active" && [requester?.VpcId, accepter?.VpcId].includes(vpcId),
  );
}

/** What of a VPC carries traffic unencrypted, each with the exclusion that would tolerate it. */
function findUnencrypted(world: World, regionWorld: RegionWorld, vpcId: string): BlockingResource[] {
  const isAttached = (gateway: { Attachments?: { VpcId?: string | undefined }[] | undefined }): boolean =>
    gateway.Attachments?.some((attachment) => attachment.VpcId === vpcId) ?? false;
  const toBlocking = (
    exclusion: EncryptionResource | undefined,
    type: string,
    ids: readonly (string | undefined)[],
  ): BlockingResource[] =>
    ids.map((id) => ({
      exclusion,
      resource: {
        Id: id,
        Type: type,
        Description: `${type} in ${vpcId}`,
        IsExcludable: exclusion !== undefined,
      },
    }));
  return [
    ...toBlocking(
      "InternetGateway",
      "internet-gateway",
      regionWorld.internetGateways.filter(isAttached).map((gateway) => gateway.InternetGatewayId),
    ),
    ...toBlocking(
      "EgressOnlyInternetGateway",
      "egress-only-internet-gateway",
      regionWorld.egressOnlyInternetGateways
        .filter(isAttached)
        .map((gateway) => gateway.EgressOnlyInternetGatewayId),
    ),
    ...toBlocking(
      "NatGateway",
      "natgateway",
      regionWorld.natGateways
        .filter((gateway) => gateway.VpcId === vpcId && gateway.State === "available")
        .map((gateway) => gateway.NatGatewayId),
    ),
    ...toBlocking(
      "VirtualPrivateGateway",
      "vpn-gateway",
      regionWorld.transit.vpnGateways
        .filter((gateway) => gateway.VpcAttachments?.some((attachment) => attachment.VpcId === vpcId))
        .map((gateway) => gateway.VpnGatewayId),
    ),
    ...toBlocking(
      "VpcPeering",
      "vpc-peering-connection",
      findPeerings(regionWorld, vpcId)
        .filter((peering) => !isEncryptedPeering(world, peering))
        .map((peering) => peering.VpcPeeringConnectionId),
    ),
    ...toBlocking(
      undefined,
      "vpc-endpoint",
      regionWorld.vpcEndpoints
        .filter((endpoint) => endpoint.VpcId === vpcId && endpoint.VpcEndpointType === "GatewayLoadBalancer")
        .map((endpoint) => endpoint.VpcEndpointId),
    ),
    ...toBlocking(
      "Lambda",
      "network-interface",
      regionWorld.networkInterfaces
        .filter((eni) => eni.VpcId === vpcId && eni.InterfaceType === "lambda")
        .map((eni) => eni.NetworkInterfaceId),
    ),
  ];
}

/** What stands against a VPC's enforcing encryption: all that carries traffic unencrypted and is not excluded. */
export function findBlockingResources(
  world: World,
  regionWorld: RegionWorld,
  { VpcId: vpcId = "", EncryptionControl: control }: Vpc,
): VpcEncryptionNonCompliantResource[] {
  return findUnencrypted(world, regionWorld, vpcId)
    .filter(
      ({ exclusion }) =>
        exclusion === undefined || control?.ResourceExclusions?.[exclusion]?.State !== "enabled",
    )
    .map(({ resource }) => resource);
}
