import type {
  ModifyTransitGatewayVpcAttachmentCommandInput,
  ModifyTransitGatewayVpcAttachmentCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getVpcAttachment } from "../lookup/list-attachments";
import { invalidParameter, requireState, transitAttachmentKind } from "../lookup/transit-errors";
import { idError } from "../../ec2/describe/pick-by-ids";
import {
  addAttachmentInterfaces,
  checkFreeAddresses,
  removeAttachmentInterfaces,
} from "./attachment-interfaces";
import { checkIpv6Support, pickAttachmentSubnets } from "./pick-attachment-subnets";
import { scheduleAvailable } from "./schedule-attachment";

/** Adds and removes subnets, and changes options: a matter of the VPC's owner. */
export const modifyTransitGatewayVpcAttachment: Handler<
  ModifyTransitGatewayVpcAttachmentCommandInput,
  Answer<ModifyTransitGatewayVpcAttachmentCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const { attachment, home } = getVpcAttachment(context, input.TransitGatewayAttachmentId);
  const id = attachment.TransitGatewayAttachmentId ?? "";
  if (home.regionWorld !== regionWorld) throw idError(transitAttachmentKind, id);
  requireState(id, attachment.State, ["available"]);
  const { AddSubnetIds: added = [], RemoveSubnetIds: removed = [], Options: options } = input;
  if (added.length === 0 && removed.length === 0 && options === undefined) {
    throw new AwsError(
      "MissingParameter",
      "At least one of AddSubnetIds, RemoveSubnetIds or Options is needed.",
    );
  }
  const current = attachment.SubnetIds ?? [];
  const unknown = removed.find((subnetId) => !current.includes(subnetId));
  if (unknown !== undefined) throw invalidParameter(`Subnet ${unknown} is not part of ${id}`);
  const double = added.find((subnetId) => current.includes(subnetId));
  if (double !== undefined) throw invalidParameter(`Subnet ${double} is already part of ${id}`);
  const kept = current.filter((subnetId) => !removed.includes(subnetId));
  if (kept.length + added.length === 0) {
    throw invalidParameter(`${id} must keep at least one subnet`);
  }
  const vpcId = attachment.VpcId ?? "";
  const subnets = pickAttachmentSubnets(regionWorld, { vpcId, subnetIds: added, alongside: kept });
  const support = options?.Ipv6Support ?? attachment.Options?.Ipv6Support;
  checkIpv6Support(support, [...subnets, ...pickAttachmentSubnets(regionWorld, { vpcId, subnetIds: kept })]);
  checkFreeAddresses(regionWorld, subnets);

  attachment.SubnetIds = [...kept, ...added];
  attachment.Options = { ...attachment.Options, ...options };
  attachment.State = "modifying";
  removeAttachmentInterfaces(regionWorld, id, removed);
  addAttachmentInterfaces(context, id, subnets);
  scheduleAvailable(context, id);
  return { TransitGatewayVpcAttachment: attachment };
};
