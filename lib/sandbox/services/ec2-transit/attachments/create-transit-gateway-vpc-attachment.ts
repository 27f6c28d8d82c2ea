import type {
  CreateTransitGatewayVpcAttachmentCommandInput,
  CreateTransitGatewayVpcAttachmentCommandOutput,
  TransitGatewayVpcAttachment,
  TransitGatewayVpcAttachmentOptions,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { pickByIds } from "../../ec2/describe/pick-by-ids";
import { specifiedTags } from "../../ec2/requests/specified-tags";
import { vpcCollection } from "../../ec2/vpcs/describe-vpcs";
import { getGateway } from "../lookup/find-gateway";
import { required, requireState } from "../lookup/transit-errors";
import { addAttachmentInterfaces, checkFreeAddresses } from "./attachment-interfaces";
import { isOver } from "./attachment-states";
import { checkIpv6Support, pickAttachmentSubnets } from "./pick-attachment-subnets";
import { scheduleAvailable } from "./schedule-attachment";

/** Security group referencing is on for an attachment whatever the transit gateway has ("Options" of the reference). */
function toOptions(
  asked: CreateTransitGatewayVpcAttachmentCommandInput["Options"] = {},
): TransitGatewayVpcAttachmentOptions {
  return {
    DnsSupport: asked.DnsSupport ?? "enable",
    SecurityGroupReferencingSupport: asked.SecurityGroupReferencingSupport ?? "enable",
    Ipv6Support: asked.Ipv6Support ?? "disable",
    ApplianceModeSupport: asked.ApplianceModeSupport ?? "disable",
  };
}

/** A VPC can be attached once to a transit gateway (words: terraform-provider-aws #10852). */
function checkNotAttached({ regionWorld }: HandlerContext, gatewayId: string, vpcId: string): void {
  const before = regionWorld.transit.vpcAttachments.find(
    (other) => other.TransitGatewayId === gatewayId && other.VpcId === vpcId && !isOver(other.State),
  );
  if (before === undefined) return;
  throw new AwsError(
    "DuplicateTransitGatewayAttachment",
    `${gatewayId} has non-deleted Transit Gateway Attachments with same VPC ID.`,
  );
}

/** Attaches a VPC. A transit gateway of another account may have to accept it first. */
export const createTransitGatewayVpcAttachment: Handler<
  CreateTransitGatewayVpcAttachmentCommandInput,
  Answer<CreateTransitGatewayVpcAttachmentCommandOutput>
> = (context, input) => {
  const { regionWorld, accountId, ids, clock } = context;
  const gateway = getGateway(context, input.TransitGatewayId);
  const gatewayId = gateway.TransitGatewayId ?? "";
  const vpcId = required(input.VpcId, "VpcId");
  const subnetIds = required(input.SubnetIds?.length === 0 ? undefined : input.SubnetIds, "SubnetIds");
  requireState(gatewayId, gateway.State, ["available"]);
  pickByIds(regionWorld.vpcs, [vpcId], vpcCollection);
  const subnets = pickAttachmentSubnets(regionWorld, { vpcId, subnetIds });
  checkNotAttached(context, gatewayId, vpcId);
  checkIpv6Support(input.Options?.Ipv6Support, subnets);
  const Tags = specifiedTags(input.TagSpecifications, "transit-gateway-attachment");
  checkFreeAddresses(regionWorld, subnets);

  const mustBeAccepted =
    gateway.OwnerId !== accountId && gateway.Options?.AutoAcceptSharedAttachments !== "enable";
  const attachment: TransitGatewayVpcAttachment = {
    TransitGatewayAttachmentId: ids.id("tgw-attach"),
    TransitGatewayId: gatewayId,
    VpcId: vpcId,
    VpcOwnerId: accountId,
    State: mustBeAccepted ? "pendingAcceptance" : "pending",
    SubnetIds: [...subnetIds],
    CreationTime: new Date(clock.now()),
    Options: toOptions(input.Options),
    Tags,
  };
  regionWorld.transit.vpcAttachments.push(attachment);
  if (!mustBeAccepted) {
    addAttachmentInterfaces(context, attachment.TransitGatewayAttachmentId ?? "", subnets);
    scheduleAvailable(context, attachment.TransitGatewayAttachmentId ?? "");
  }
  return { TransitGatewayVpcAttachment: attachment };
};
