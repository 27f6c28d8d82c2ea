import type {
  DeleteTransitGatewayCommandInput,
  DeleteTransitGatewayCommandOutput,
  TransitGatewayAttachment,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getOwnGateway } from "../lookup/find-gateway";
import { listAttachments } from "../lookup/list-attachments";
import { scheduleTransit, TRANSIT_SECONDS } from "../lookup/schedule-transit";
import { requireState } from "../lookup/transit-errors";

/** AWS's names for what holds a transit gateway (terraform-provider-aws retries on these texts; cloud-nuke #744). */
function holderName({ ResourceType }: TransitGatewayAttachment): string {
  if (ResourceType === "vpn") return "VPN Attachments";
  if (ResourceType === "peering") return "Transit Gateway Cross Region Peering Attachments";
  return "Transit Gateway Attachments";
}

const GONE: readonly (string | undefined)[] = ["deleted", "rejected", "failed"];

/** Deletes a transit gateway that nothing is attached to, and its route tables. */
export const deleteTransitGateway: Handler<
  DeleteTransitGatewayCommandInput,
  Answer<DeleteTransitGatewayCommandOutput>
> = (context, input) => {
  const gateway = getOwnGateway(context, input.TransitGatewayId);
  const id = gateway.TransitGatewayId ?? "";
  requireState(id, gateway.State, ["available"]);
  const holders = listAttachments(context).filter(
    (attachment) => attachment.TransitGatewayId === id && !GONE.includes(attachment.State),
  );
  const [first] = holders;
  if (first !== undefined) {
    const name = holderName(first);
    const held = holders
      .filter((holder) => holderName(holder) === name)
      .map((holder) => holder.TransitGatewayAttachmentId);
    throw new AwsError("IncorrectState", `${id} has non-deleted ${name}: ${held.join(", ")}.`);
  }
  gateway.State = "deleting";
  scheduleTransit(context, {
    kind: "transit-gateway-deleted",
    subject: id,
    seconds: TRANSIT_SECONDS.gateway,
  });
  return { TransitGateway: gateway };
};
