import type {
  AttachVpnGatewayCommandInput,
  AttachVpnGatewayCommandOutput,
  DetachVpnGatewayCommandInput,
  VpcAttachment,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { refuseUnencrypted } from "../../ec2/account/encryption-controls/refuse-unencrypted";
import { pickByIds } from "../../ec2/describe/pick-by-ids";
import { vpcCollection } from "../../ec2/vpcs/describe-vpcs";
import { scheduleTransit, TRANSIT_SECONDS } from "../../ec2-transit/lookup/schedule-transit";
import { required } from "../../ec2-transit/lookup/transit-errors";
import { refreshVpcRoutes } from "../../ec2-transit/routes/refresh-vpc-routes";
import { getVpnGateway } from "./describe-vpn-gateways";

function isLive(attachment: VpcAttachment): boolean {
  return attachment.State !== "detached";
}

/** Attaches a gateway to a VPC: one gateway for each VPC, one VPC for each gateway. */
export const attachVpnGateway: Handler<
  AttachVpnGatewayCommandInput,
  Answer<AttachVpnGatewayCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const gateway = getVpnGateway(context, input.VpnGatewayId);
  const id = gateway.VpnGatewayId ?? "";
  const vpcId = required(input.VpcId, "VpcId");
  pickByIds(regionWorld.vpcs, [vpcId], vpcCollection);
  const live = (gateway.VpcAttachments ?? []).find(isLive);
  const isTaken = regionWorld.transit.vpnGateways.some((other) =>
    (other.VpcAttachments ?? []).some((attachment) => attachment.VpcId === vpcId && isLive(attachment)),
  );
  if (live !== undefined || isTaken) {
    throw new AwsError(
      "VpnGatewayAttachmentLimitExceeded",
      live === undefined
        ? `The vpc ID '${vpcId}' has a virtual private gateway already.`
        : `The vpnGateway ID '${id}' is attached to ${live.VpcId ?? ""} already.`,
    );
  }
  refuseUnencrypted(regionWorld, vpcId, {
    what: "A virtual private gateway",
    resource: "VirtualPrivateGateway",
  });
  const attachment: VpcAttachment = { VpcId: vpcId, State: "attaching" };
  gateway.VpcAttachments = [attachment];
  scheduleTransit(context, { kind: "vpn-gateway-attached", subject: id, seconds: TRANSIT_SECONDS.link });
  return { VpcAttachment: attachment };
};

export const detachVpnGateway: Handler<DetachVpnGatewayCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const gateway = getVpnGateway(context, input.VpnGatewayId);
  const id = gateway.VpnGatewayId ?? "";
  const vpcId = required(input.VpcId, "VpcId");
  const attachment = (gateway.VpcAttachments ?? []).find(
    (candidate) => candidate.VpcId === vpcId && isLive(candidate),
  );
  if (attachment === undefined) {
    throw new AwsError(
      "InvalidVpnGatewayAttachment.NotFound",
      `The attachment with vpn gateway ID '${id}' and vpc ID '${vpcId}' does not exist.`,
    );
  }
  attachment.State = "detaching";
  refreshVpcRoutes(context.regionWorld);
  scheduleTransit(context, { kind: "vpn-gateway-detached", subject: id, seconds: TRANSIT_SECONDS.link });
  return {};
};
