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

/** What the step from one observation to the next means; null stands for "nothing was seen before". */
export function describeTransition(before: Observation | null, now: Observation): string {
  const sentences: string[] = [];
  if (before === null || stateKey(before) !== stateKey(now)) sentences.push(explainState(now).summary);
  sentences.push(...describeInterfaces(before?.networkInterfaces ?? [], now.networkInterfaces));
  return sentences.join(" ");
}

function describeInterfaces(
  before: readonly SeenInterface[],
  now: readonly SeenInterface[] | undefined,
): string[] {
  if (now === undefined) return [];
  const known = new Map(before.map((one) => [one.networkInterfaceId, one]));
  const present = new Set(now.map(({ networkInterfaceId }) => networkInterfaceId));
  return [
    ...now.flatMap((one) => {
      const earlier = known.get(one.networkInterfaceId);
      if (earlier === undefined)
        return [`Network interface ${one.networkInterfaceId} is ${one.status} in ${one.subnetId}.`];
      if (earlier.status === one.status) return [];
      return [`Network interface ${one.networkInterfaceId} went from ${earlier.status} to ${one.status}.`];
    }),
    ...before
      .filter(({ networkInterfaceId }) => !present.has(networkInterfaceId))
      .map(({ networkInterfaceId }) => `Network interface ${networkInterfaceId} is gone.`),
  ];
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
