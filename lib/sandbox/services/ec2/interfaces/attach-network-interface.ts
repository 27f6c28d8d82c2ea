import type {
  AttachNetworkInterfaceCommandInput,
  AttachNetworkInterfaceCommandOutput,
  DetachNetworkInterfaceCommandInput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getInstance } from "../instances/instance-ids";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { getNetworkInterface } from "./network-interface-ids";
import { settleRoutesTo } from "./remove-interface";

/** AWS gives no figure: seconds. */
const DETACHING_MS = 5_000;

function refuse(code: string, message: string): never {
  throw new AwsError(code, message);
}

/** Gives an instance of the same zone a further interface. */
export const attachNetworkInterface: Handler<
  AttachNetworkInterfaceCommandInput,
  Answer<AttachNetworkInterfaceCommandOutput>
> = ({ regionWorld, ids, clock, accountId }, input) => {
  const { NetworkInterfaceId: id = "", InstanceId: instanceId = "", DeviceIndex: index = 0 } = input;
  const eni = getNetworkInterface(regionWorld, id);
  const instance = getInstance(regionWorld, instanceId);
  if (eni.Attachment !== undefined) {
    refuse("InvalidNetworkInterface.InUse", `Interface: [${id}] in use.`);
  }
  const state = instance.State?.Name;
  if (state !== "running" && state !== "stopped") {
    refuse("IncorrectState", `Instance '${instanceId}' is not 'running' or 'stopped'.`);
  }
  if (instance.Placement?.AvailabilityZone !== eni.AvailabilityZone) {
    refuse(
      "InvalidParameterCombination",
      "You may not attach a network interface to an instance if they are not in the same availability zone",
    );
  }
  const isTaken = regionWorld.networkInterfaces.some(
    ({ Attachment: other }) => other?.InstanceId === instanceId && other.DeviceIndex === index,
  );
  if (isTaken) {
    refuse(
      "InvalidParameterValue",
      `Instance '${instanceId}' already has an interface attached at device index '${String(index)}'.`,
    );
  }
  const AttachmentId = ids.id("eni-attach");
  eni.Status = "in-use";
  eni.Attachment = {
    AttachTime: new Date(clock.now()),
    AttachmentId,
    DeleteOnTermination: false,
    DeviceIndex: index,
    NetworkCardIndex: input.NetworkCardIndex ?? 0,
    InstanceId: instanceId,
    InstanceOwnerId: accountId,
    Status: "attached",
  };
  settleRoutesTo(regionWorld, eni);
  return { AttachmentId, NetworkCardIndex: input.NetworkCardIndex ?? 0 };
};

/** Takes a further interface off its instance. What a service attached is the service's to detach. */
export const detachNetworkInterface: Handler<DetachNetworkInterfaceCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const { regionWorld } = context;
  const id = input.AttachmentId ?? "";
  const eni = regionWorld.networkInterfaces.find((candidate) => candidate.Attachment?.AttachmentId === id);
  if (id.startsWith("ela-attach-")) {
    refuse("OperationNotPermitted", "You are not allowed to manage 'ela-attach' attachments.");
  }
  if (eni?.Attachment === undefined) {
    return refuse(
      "InvalidAttachmentID.NotFound",
      `The network interface attachment ID '${id}' does not exist`,
    );
  }
  if (eni.Attachment.DeviceIndex === 0) {
    refuse(
      "OperationNotPermitted",
      "The network interface at device index 0 and networkCard index 0 cannot be detached.",
    );
  }
  eni.Attachment.Status = "detaching";
  scheduleInRegion(context, {
    kind: "network-interface-detached",
    subject: eni.NetworkInterfaceId ?? "",
    afterMs: DETACHING_MS,
  });
  return {};
};
