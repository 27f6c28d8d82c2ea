import type { Instance, InstanceStateChange } from "@aws-sdk/client-ec2";
import type { SandboxClock } from "../../../clock";
import type { RegionWorld, World } from "../../../world/world";
import { scheduleInRegion } from "../requests/schedule-in-region";

/** "instance-state-code" of DescribeInstances (EC2 API reference). */
const CODES = {
  pending: 0,
  running: 16,
  "shutting-down": 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
} as const;

export type InstanceStateName = keyof typeof CODES;

/** What a state leads to by itself, and after how long: AWS gives no figures, except the hour of a terminated one. */
const NEXT: Partial<Record<InstanceStateName, { to: InstanceStateName | "gone"; afterMs: number }>> = {
  pending: { to: "running", afterMs: 15_000 },
  stopping: { to: "stopped", afterMs: 30_000 },
  "shutting-down": { to: "terminated", afterMs: 30_000 },
  terminated: { to: "gone", afterMs: 3_600_000 },
};

/** Puts an instance in a state, and has the next one come by itself. Returns the change as EC2 answers it. */
export function setInstanceState(
  context: { world: World; regionWorld: RegionWorld; clock: SandboxClock; now?: number },
  instance: Instance,
  state: InstanceStateName,
): InstanceStateChange {
  const PreviousState = instance.State;
  instance.State = { Code: CODES[state], Name: state };
  const next = NEXT[state];
  if (next !== undefined) {
    scheduleInRegion(context, {
      kind: "instance-state",
      subject: instance.InstanceId ?? "",
      data: { from: state, to: next.to },
      afterMs: next.afterMs,
    });
  }
  return { InstanceId: instance.InstanceId, CurrentState: instance.State, PreviousState };
}
