import type { VpcEncryptionNonCompliantResource } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../../world/world";
import type { EncryptionResource } from "./configure-encryption";

export interface BlockingResource {
  exclusion: EncryptionResource;
  resource: VpcEncryptionNonCompliantResource;
}

/** What of a VPC carries traffic unencrypted, each with the exclusion that would tolerate it. */
export function findBlockingResources(regionWorld: RegionWorld, vpcId: string): BlockingResource[] {
  const isAttached = (gateway: { Attachments?: { VpcId?: string | undefined }[] | undefined }): boolean =>
    gateway.Attachments?.some((attachment) => attachment.VpcId === vpcId) ?? false;
  const toBlocking = (
    exclusion: EncryptionResource,
    type: string,
    ids: readonly (string | undefined)[],
  ): BlockingResource[] =>
    ids.map((id) => ({
      exclusion,
      resource: { Id: id, Type: type, Description: `${type} in ${vpcId}`, IsExcludable: true },
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
      "Lambda",
      "network-interface",
      regionWorld.networkInterfaces
        .filter((eni) => eni.VpcId === vpcId && eni.InterfaceType === "lambda")
        .map((eni) => eni.NetworkInterfaceId),
    ),
  ];
}
