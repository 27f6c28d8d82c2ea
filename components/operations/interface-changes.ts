import type { OperationTransition } from "@/lib/contract/operations";

type Interface = NonNullable<OperationTransition["networkInterfaces"]>[number];

export interface InterfaceChange extends Interface {
  /** `present`: there when the watching began, so that nothing can be said of when it came. */
  change: "present" | "appeared" | "changed" | "gone";
}

/**
 * What happened to interfaces at each transition: what came, what changed its status, what went. A transition that
 * did not read them says nothing, and what was known before stays known.
 */
export function toInterfaceChanges(transitions: readonly OperationTransition[]): InterfaceChange[][] {
  let known: Map<string, Interface> | undefined;
  return transitions.map(({ networkInterfaces }) => {
    if (networkInterfaces === undefined) return [];
    const now = new Map(networkInterfaces.map((item) => [item.networkInterfaceId, item]));
    const changes = known === undefined ? networkInterfaces.map(toPresent) : compare(known, now);
    known = now;
    return changes;
  });
}

const toPresent = (item: Interface): InterfaceChange => ({ ...item, change: "present" });
const toAppeared = (item: Interface): InterfaceChange => ({ ...item, change: "appeared" });

function compare(
  before: ReadonlyMap<string, Interface>,
  now: ReadonlyMap<string, Interface>,
): InterfaceChange[] {
  const gone = [...before.values()].filter((item) => !now.has(item.networkInterfaceId));
  const rest = [...now.values()].flatMap((item): InterfaceChange[] => {
    const old = before.get(item.networkInterfaceId);
    if (old === undefined) return [toAppeared(item)];
    return old.status === item.status ? [] : [{ ...item, change: "changed" }];
  });
  return [...rest, ...gone.map((item): InterfaceChange => ({ ...item, change: "gone" }))];
}
