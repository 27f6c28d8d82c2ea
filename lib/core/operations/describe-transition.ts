import { explainState, type FunctionStateFacts } from "./explain-state";

export interface SeenInterface {
  networkInterfaceId: string;
  subnetId: string;
  status: string;
}

/** What was seen of a function at one time: its state and, where they could be read, the interfaces it uses. */
export interface Observation extends FunctionStateFacts {
  networkInterfaces?: readonly SeenInterface[] | undefined;
}

/** Whether something is different that a person would want to know. AWS's order of interfaces carries no meaning. */
export function isSameObservation(left: Observation, right: Observation): boolean {
  return stateKey(left) === stateKey(right) && interfacesKey(left) === interfacesKey(right);
}

/**
 * What the step from one observation to the next means; null stands for "nothing was seen before". Which interfaces it
 * is about is not repeated here: they are part of the observation.
 */
export function describeTransition(before: Observation | null, now: Observation): string {
  if (before === null || stateKey(before) !== stateKey(now)) return explainState(now).summary;
  return describeInterfaces(before.networkInterfaces ?? [], now.networkInterfaces);
}

function describeInterfaces(
  before: readonly SeenInterface[],
  now: readonly SeenInterface[] | undefined,
): string {
  if (now === undefined) return "";
  const known = new Map(before.map((one) => [one.networkInterfaceId, one]));
  const present = new Set(now.map(({ networkInterfaceId }) => networkInterfaceId));
  const created = now.filter((one) => !known.has(one.networkInterfaceId)).length;
  const changed = now.filter((one) => {
    const earlier = known.get(one.networkInterfaceId);
    return earlier !== undefined && earlier.status !== one.status;
  }).length;
  const deleted = before.filter(({ networkInterfaceId }) => !present.has(networkInterfaceId)).length;
  return [
    ...(created > 0 ? [`AWS created ${interfaces(created)}.`] : []),
    ...(changed > 0 ? [`The status of ${interfaces(changed)} changed.`] : []),
    ...(deleted > 0 ? [`AWS deleted ${interfaces(deleted)}.`] : []),
  ].join(" ");
}

function interfaces(count: number): string {
  return count === 1 ? "a network interface" : `${count} network interfaces`;
}

function stateKey(seen: FunctionStateFacts): string {
  return JSON.stringify([
    seen.state ?? null,
    seen.stateReasonCode ?? null,
    seen.stateReason ?? null,
    seen.lastUpdateStatus ?? null,
    seen.lastUpdateStatusReasonCode ?? null,
    seen.lastUpdateStatusReason ?? null,
  ]);
}

function interfacesKey({ networkInterfaces }: Observation): string {
  if (networkInterfaces === undefined) return "unread";
  return networkInterfaces
    .map(({ networkInterfaceId, status }) => `${networkInterfaceId}=${status}`)
    .sort()
    .join(",");
}
