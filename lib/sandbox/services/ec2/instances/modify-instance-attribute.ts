import type { Instance, ModifyInstanceAttributeCommandInput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler, HandlerContext } from "../../../handler";
import { readGroupsOfInterface } from "../security-groups/groups-for-vpc";
import { getInstance } from "./instance-ids";
import { interfacesOf } from "./to-visible-instance";

type Change = (context: HandlerContext, instance: Instance) => void;

/** What belongs to the only interface: of several, each is changed by itself (EC2 API reference). */
function onlyInterface({ regionWorld }: HandlerContext, instance: Instance) {
  const [only, ...others] = interfacesOf(regionWorld, instance.InstanceId);
  if (only !== undefined && others.length === 0) return only;
  throw new AwsError(
    "InvalidInstanceID",
    `There are multiple interfaces attached to instance '${instance.InstanceId ?? ""}'. Please specify an interface ID for the operation instead.`,
  );
}

function protect(isProtected: boolean): Change {
  return ({ regionWorld }, instance) => {
    const others = regionWorld.protectedInstances.filter((id) => id !== instance.InstanceId);
    regionWorld.protectedInstances = isProtected ? [...others, instance.InstanceId ?? ""] : others;
  };
}

function changeType(type: string): Change {
  return (_context, instance) => {
    if (instance.State?.Name !== "stopped") {
      throw new AwsError(
        "IncorrectInstanceState",
        `The instance '${instance.InstanceId ?? ""}' is not in the 'stopped' state.`,
      );
    }
    // The wire carries any text, whatever the SDK's type says.
    instance.InstanceType = type as NonNullable<Instance["InstanceType"]>;
  };
}

function readChanges(input: ModifyInstanceAttributeCommandInput): Change[] {
  const { SourceDestCheck, DisableApiTermination, InstanceType, Groups = [] } = input;
  return [
    ...(Groups.length === 0
      ? []
      : [
          (context: HandlerContext, instance: Instance) => {
            const eni = onlyInterface(context, instance);
            eni.Groups = readGroupsOfInterface(context.regionWorld, eni.VpcId ?? "", Groups);
          },
        ]),
    ...(SourceDestCheck === undefined
      ? []
      : [
          (context: HandlerContext, instance: Instance) => {
            onlyInterface(context, instance).SourceDestCheck = SourceDestCheck.Value ?? true;
          },
        ]),
    ...(DisableApiTermination === undefined ? [] : [protect(DisableApiTermination.Value === true)]),
    ...(InstanceType?.Value === undefined ? [] : [changeType(InstanceType.Value)]),
  ];
}

/** Takes the attributes that bear on networks, the type, and protection from termination; one at a time. */
export const modifyInstanceAttribute: Handler<ModifyInstanceAttributeCommandInput, Record<string, never>> = (
  context,
  input,
) => {
  const instance = getInstance(context.regionWorld, input.InstanceId ?? "");
  const [change, ...others] = readChanges(input);
  if (change === undefined) throw new AwsError("InvalidParameterCombination", "No attributes specified.");
  if (others.length > 0) {
    throw new AwsError("InvalidParameterCombination", "Fields for multiple attribute types specified");
  }
  change(context, instance);
  return {};
};
