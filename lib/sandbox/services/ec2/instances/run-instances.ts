import type {
  Instance,
  NetworkInterface,
  RunInstancesCommandInput,
  RunInstancesCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { newInterface } from "../interfaces/new-interface";
import { settleRoutesTo } from "../interfaces/remove-interface";
import { oncePerClientToken } from "../requests/once-per-client-token";
import { specifiedTags } from "../requests/specified-tags";
import { associateAmazonAddress } from "./amazon-address";
import { toReservations } from "./describe-instances";
import { setInstanceState } from "./instance-state";
import { newInstance } from "./new-instance";
import { readLaunchInterfaces, type LaunchInterface } from "./read-launch-interfaces";
import { interfacesOf, toVisibleInstance } from "./to-visible-instance";

/** The default of RunInstances (EC2 API reference). */
const DEFAULT_TYPE = "m1.small";
const TYPE = /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/;
const IMAGE = /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/;

/** Any image of the right form is taken for one that exists: the sandbox has no catalogue of them. */
function checkRequest({ ImageId: imageId, InstanceType: type, ...input }: RunInstancesCommandInput): void {
  const [min, max] = [input.MinCount ?? 0, input.MaxCount ?? 0];
  if (imageId === undefined) {
    throw new AwsError("MissingParameter", "The request must contain the parameter ImageId");
  }
  if (!IMAGE.test(imageId)) {
    throw new AwsError("InvalidAMIID.Malformed", `Invalid id: "${imageId}" (expecting "ami-...")`);
  }
  if (type !== undefined && !TYPE.test(type)) {
    throw new AwsError("InvalidParameterValue", `Invalid value '${type}' for InstanceType.`);
  }
  if (min < 1 || max < min) {
    throw new AwsError(
      "InvalidParameterValue",
      `Value (${String(max)}) for parameter maxCount is invalid. It must not be less than minCount, nor that less than 1.`,
    );
  }
}

function attachTo(
  context: HandlerContext,
  { instanceId, item, tags }: { instanceId: string; item: LaunchInterface; tags: NetworkInterface["TagSet"] },
): NetworkInterface {
  const { regionWorld, accountId, clock, ids, caller } = context;
  const attachment = {
    AttachTime: new Date(clock.now()),
    AttachmentId: ids.id("eni-attach"),
    DeleteOnTermination: item.isDeleted,
    DeviceIndex: item.deviceIndex,
    NetworkCardIndex: 0,
    InstanceId: instanceId,
    InstanceOwnerId: accountId,
    Status: "attached" as const,
  };
  if ("existing" in item) {
    Object.assign(item.existing, { Attachment: attachment, Status: "in-use" });
    settleRoutesTo(regionWorld, item.existing);
    return item.existing;
  }
  const eni = newInterface(context, {
    ...item,
    type: "interface",
    status: "in-use",
    requester: { id: caller.userId, isService: false },
    attachment,
    tags: tags ?? [],
  });
  if (item.isPublic) associateAmazonAddress(context, eni);
  return eni;
}

function launch(context: HandlerContext, input: RunInstancesCommandInput): Instance[] {
  const { regionWorld, ids, clock } = context;
  const allowed = ["instance", "volume", "network-interface"];
  const tags = specifiedTags(input.TagSpecifications, "instance", allowed);
  const interfaceTags = specifiedTags(input.TagSpecifications, "network-interface", allowed);
  const plans: LaunchInterface[][] = [];
  for (let index = 0; index < (input.MaxCount ?? 1); index += 1) {
    const taken = plans.flat().flatMap((item) => ("addresses" in item ? item.addresses : []));
    plans.push(readLaunchInterfaces(context, input, taken));
  }
  const reservationId = ids.id("r");
  return plans.flatMap((plan, index) => {
    const instanceId = ids.id("i");
    const [primary] = plan.map((item) => attachTo(context, { instanceId, item, tags: interfaceTags }));
    if (primary === undefined) return [];
    regionWorld.reservationIds[instanceId] = reservationId;
    const instance = newInstance(regionWorld, {
      instanceId,
      primary,
      launchedAt: new Date(clock.now()),
      state: { Code: 0, Name: "pending" },
      tags,
      asked: {
        AmiLaunchIndex: index,
        ClientToken: input.ClientToken ?? "",
        ImageId: input.ImageId,
        InstanceType: input.InstanceType ?? DEFAULT_TYPE,
        ...(input.KeyName === undefined ? {} : { KeyName: input.KeyName }),
        ...(input.EbsOptimized === undefined ? {} : { EbsOptimized: input.EbsOptimized }),
        ...(input.Placement === undefined ? {} : { Placement: input.Placement }),
      },
    });
    setInstanceState(context, instance, "pending");
    return [instance];
  });
}

/** Starts instances: as many as are wanted at most, since the sandbox never lacks room. */
export const runInstances: Handler<RunInstancesCommandInput, Answer<RunInstancesCommandOutput>> = (
  context,
  input,
) => {
  const { regionWorld } = context;
  checkRequest(input);
  const instances = oncePerClientToken<Instance[]>(
    context,
    { operation: "RunInstances", input },
    {
      idOf: ([first]) => regionWorld.reservationIds[first?.InstanceId ?? ""],
      find: (id) => {
        const found = regionWorld.instances.filter(
          (instance) => regionWorld.reservationIds[instance.InstanceId ?? ""] === id,
        );
        return found.length === 0 ? undefined : found;
      },
      create: () => launch(context, input),
    },
  );
  const [reservation] = toReservations(
    context,
    instances.map((instance) => ({
      reservationId: regionWorld.reservationIds[instance.InstanceId ?? ""] ?? "",
      instance: toVisibleInstance(instance, interfacesOf(regionWorld, instance.InstanceId)),
    })),
  );
  return reservation ?? {};
};
