import { AwsError } from "../../../aws-error";
import { idError, type IdKind } from "../../ec2/describe/pick-by-ids";

/** Words on record in terraform-provider-aws, issue 43786. */
export const transitGatewayKind: IdKind = {
  prefix: "tgw",
  notFoundCode: "InvalidTransitGatewayID.NotFound",
  notFoundMessage: "Transit Gateway {id} was deleted or does not exist.",
  malformedCode: "InvalidTransitGatewayID.Malformed",
};

export const transitAttachmentKind: IdKind = {
  prefix: "tgw-attach",
  notFoundCode: "InvalidTransitGatewayAttachmentID.NotFound",
  notFoundMessage: "Transit Gateway Attachment {id} was deleted or does not exist.",
  malformedCode: "InvalidTransitGatewayAttachmentID.Malformed",
};

export const transitRouteTableKind: IdKind = {
  prefix: "tgw-rtb",
  notFoundCode: "InvalidRouteTableID.NotFound",
  notFoundMessage: "Transit Gateway Route Table {id} was deleted or does not exist.",
  malformedCode: "InvalidRouteTableId.Malformed",
};

/** A parameter that the operation cannot do without (words: terraform-provider-aws, issue 13512). */
export function required<T>(value: T | undefined, parameter: string): T {
  if (value !== undefined && value !== "") return value;
  throw new AwsError("MissingParameter", `Missing required parameter in request: ${parameter}.`);
}

/** The living thing of this id: what is deleted is still listed for a while, but can no longer be used. */
export function pickLiving<T extends { State?: string | undefined }>(
  things: readonly T[],
  id: string,
  kind: IdKind & { idOf: (thing: T) => string | undefined },
): T {
  const found = things.find((thing) => kind.idOf(thing) === id && thing.State !== "deleted");
  if (found === undefined) throw idError(kind, id);
  return found;
}

/** Throws IncorrectState unless the thing is in one of these states. */
export function requireState(id: string, state: string | undefined, allowed: readonly string[]): void {
  if (state !== undefined && allowed.includes(state)) return;
  throw new AwsError("IncorrectState", `${id} is in invalid state`);
}

export function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameterValue", message);
}
