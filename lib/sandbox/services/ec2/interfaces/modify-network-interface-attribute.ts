import type { ModifyNetworkInterfaceAttributeCommandInput, NetworkInterface } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler, HandlerContext } from "../../../handler";
import { readGroupsOfInterface } from "../security-groups/groups-for-vpc";
import { getNetworkInterface, refuseManaged } from "./network-interface-ids";

type Change = (context: HandlerContext, eni: NetworkInterface) => void;

/** Lambda's interfaces keep their groups: functions share them (Lambda Developer Guide: troubleshooting-networking). */
function refuseLambda(eni: NetworkInterface): void {
  if (eni.InterfaceType !== "lambda") return;
  throw new AwsError(
    "OperationNotPermitted",
    "The security group can not be modified for this type of interface",
  );
}

function changeGroups(groupIds: readonly string[]): Change {
  return ({ regionWorld }, eni) => {
    refuseLambda(eni);
    eni.Groups = readGroupsOfInterface(regionWorld, eni.VpcId ?? "", groupIds);
  };
}

function changeAttachment(
  asked: NonNullable<ModifyNetworkInterfaceAttributeCommandInput["Attachment"]>,
): Change {
  return (_context, eni) => {
    const { AttachmentId: id, DeleteOnTermination: isDeleted } = asked;
    if (id === undefined) {
      throw new AwsError("MissingParameter", "The request must contain the parameter attachmentId");
    }
    if (eni.Attachment?.AttachmentId !== id) {
      throw new AwsError(
        "InvalidAttachmentID.NotFound",
        `The network interface attachment ID '${id}' does not exist`,
      );
    }
    if (isDeleted !== undefined) eni.Attachment.DeleteOnTermination = isDeleted;
  };
}

/** The one change that a request asks for. */
function readChange(input: ModifyNetworkInterfaceAttributeCommandInput): Change {
  const { Description, SourceDestCheck, Groups = [], Attachment } = input;
  const changes: Change[] = [
    ...(Groups.length === 0 ? [] : [changeGroups(Groups)]),
    ...(Attachment === undefined ? [] : [changeAttachment(Attachment)]),
    ...(Description === undefined
      ? []
      : [
          (_context: HandlerContext, eni: NetworkInterface) =>
            void (eni.Description = Description.Value ?? ""),
        ]),
    ...(SourceDestCheck === undefined
      ? []
      : [
          (_context: HandlerContext, eni: NetworkInterface) =>
            void (eni.SourceDestCheck = SourceDestCheck.Value ?? true),
        ]),
  ];
  const [change, ...others] = changes;
  if (change === undefined) throw new AwsError("InvalidParameterCombination", "No attributes specified.");
  if (others.length === 0) return change;
  throw new AwsError("InvalidParameterCombination", "Fields for multiple attribute types specified");
}

/** "You can specify only one attribute at a time" (EC2 API reference: ModifyNetworkInterfaceAttribute). */
export const modifyNetworkInterfaceAttribute: Handler<
  ModifyNetworkInterfaceAttributeCommandInput,
  Record<string, never>
> = (context, input) => {
  const change = readChange(input);
  const eni = getNetworkInterface(context.regionWorld, input.NetworkInterfaceId);
  refuseManaged(eni);
  change(context, eni);
  return {};
};
