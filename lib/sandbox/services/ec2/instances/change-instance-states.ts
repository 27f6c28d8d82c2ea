import type {
  Instance,
  StartInstancesCommandInput,
  StartInstancesCommandOutput,
  StopInstancesCommandInput,
  StopInstancesCommandOutput,
  TerminateInstancesCommandInput,
  TerminateInstancesCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { associateAmazonAddress, releaseAmazonAddress } from "./amazon-address";
import { getInstances } from "./instance-ids";
import { setInstanceState, type InstanceStateName } from "./instance-state";
import { interfacesOf } from "./to-visible-instance";

function stateOf(instance: Instance): string {
  return instance.State?.Name ?? "";
}

/** Throws IncorrectInstanceState where one of the instances is in none of these states. */
function checkStates(
  instances: readonly Instance[],
  states: readonly InstanceStateName[],
  verb: string,
): void {
  const wrong = instances.find((instance) => !states.some((state) => state === stateOf(instance)));
  if (wrong === undefined) return;
  throw new AwsError(
    "IncorrectInstanceState",
    `The instance '${wrong.InstanceId ?? ""}' is not in a state from which it can be ${verb}.`,
  );
}

/** Changes the state of those that are not there yet; the others answer what they are in. */
function change(
  context: HandlerContext,
  instances: readonly Instance[],
  { to, unless }: { to: InstanceStateName; unless: readonly string[] },
) {
  return instances.map((instance) => {
    if (unless.includes(stateOf(instance))) {
      return { InstanceId: instance.InstanceId, CurrentState: instance.State, PreviousState: instance.State };
    }
    giveReason(instance, to, context.clock.now());
    return setInstanceState(context, instance, to);
  });
}

/** Why an instance leaves or comes back: its user wants it so. */
function giveReason(instance: Instance, to: InstanceStateName, now: number): void {
  if (to === "pending") {
    instance.StateTransitionReason = "";
    delete instance.StateReason;
    return;
  }
  const Code = "Client.UserInitiatedShutdown";
  instance.StateReason = { Code, Message: `${Code}: User initiated shutdown` };
  const at = new Date(now).toISOString().slice(0, "2026-01-01T00:00:00".length).replace("T", " ");
  instance.StateTransitionReason = `User initiated (${at} GMT)`;
}

export const stopInstances: Handler<StopInstancesCommandInput, Answer<StopInstancesCommandOutput>> = (
  context,
  input,
) => {
  const instances = getInstances(context.regionWorld, input.InstanceIds ?? []);
  checkStates(instances, ["running", "stopping", "stopped"], "stopped");
  const StoppingInstances = change(context, instances, { to: "stopping", unless: ["stopping", "stopped"] });
  for (const instance of instances) {
    for (const eni of interfacesOf(context.regionWorld, instance.InstanceId)) releaseAmazonAddress(eni);
    delete instance.PublicIpAddress;
    instance.PublicDnsName = "";
  }
  return { StoppingInstances };
};

export const startInstances: Handler<StartInstancesCommandInput, Answer<StartInstancesCommandOutput>> = (
  context,
  input,
) => {
  const { regionWorld } = context;
  const instances = getInstances(regionWorld, input.InstanceIds ?? []);
  checkStates(instances, ["stopped", "pending", "running"], "started");
  const StartingInstances = change(context, instances, { to: "pending", unless: ["pending", "running"] });
  for (const instance of instances) {
    const [primary] = interfacesOf(regionWorld, instance.InstanceId);
    const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === primary?.SubnetId);
    const isPublic = subnet?.MapPublicIpOnLaunch === true && primary?.Association === undefined;
    if (primary !== undefined && isPublic) associateAmazonAddress(context, primary);
  }
  return { StartingInstances };
};

/** "Terminating an instance twice succeeds": one that is gone already answers what it is in. */
export const terminateInstances: Handler<
  TerminateInstancesCommandInput,
  Answer<TerminateInstancesCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const instances = getInstances(regionWorld, input.InstanceIds ?? []);
  const kept = instances.find((instance) =>
    regionWorld.protectedInstances.includes(instance.InstanceId ?? ""),
  );
  if (kept !== undefined) {
    throw new AwsError(
      "OperationNotPermitted",
      `The instance '${kept.InstanceId ?? ""}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
    );
  }
  return {
    TerminatingInstances: change(context, instances, {
      to: "shutting-down",
      unless: ["shutting-down", "terminated"],
    }),
  };
};
