import type { ResourceKey } from "@/lib/core/network/resources";
import type { Capture } from "@/lib/core/network/snapshot";
import type { NamedQuestion } from "../../naive/names/named-question";

/** Asking about something that nobody read is an error, not a question. */
export function isAskable(captures: readonly Capture[], { source, destination }: NamedQuestion): boolean {
  return [source, destination].every((end) =>
    Object.entries(end).every(([name, id]) => {
      const keys = READ_IN[name];
      return keys === undefined || keys.every((key) => isIn(captures, key, String(id)));
    }),
  );
}

/** An instance has an address where its interface was read too. */
const READ_IN: Readonly<Record<string, readonly ResourceKey[]>> = {
  networkInterfaceId: ["NetworkInterfaces"],
  instanceId: ["Reservations", "NetworkInterfaces"],
  loadBalancerArn: ["LoadBalancers"],
  dbInstanceIdentifier: ["DBInstances"],
  cacheClusterId: ["CacheClusters"],
};

function isIn(captures: readonly Capture[], key: ResourceKey, id: string): boolean {
  return captures.some(({ resources }) => JSON.stringify(resources[key] ?? []).includes(`"${id}"`));
}
