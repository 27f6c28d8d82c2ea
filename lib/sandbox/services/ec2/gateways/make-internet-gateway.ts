import type { AttachmentStatus, InternetGateway, Tag } from "@aws-sdk/client-ec2";
import type { Place } from "../routes/make-route-table";

/** EC2 answers `available` here, as the recordings show; the SDK's enum has the states of other attachments. */
export const GATEWAY_ATTACHED = "available" as string as AttachmentStatus;

/** Makes an internet gateway, on a VPC or on none. */
export function makeInternetGateway(
  { regionWorld, ids }: Place,
  { vpcId, tags }: { vpcId?: string; tags: Tag[] },
): InternetGateway {
  const gateway: InternetGateway = {
    InternetGatewayId: ids.id("igw"),
    OwnerId: regionWorld.accountId,
    Attachments: vpcId === undefined ? [] : [{ State: GATEWAY_ATTACHED, VpcId: vpcId }],
    Tags: tags,
  };
  regionWorld.internetGateways.push(gateway);
  return gateway;
}
