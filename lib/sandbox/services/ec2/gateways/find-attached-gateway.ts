import type { InternetGateway } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";

/** The internet gateway of a VPC. */
export function findAttachedGateway(
  regionWorld: RegionWorld,
  vpcId: string | undefined,
): InternetGateway | undefined {
  return regionWorld.internetGateways.find((gateway) =>
    gateway.Attachments?.some((attachment) => attachment.VpcId === vpcId),
  );
}
