import type { Resource } from "@/lib/core/network/network";
import type { ResourceKey } from "@/lib/core/network/resources";
import type { Capture } from "@/lib/core/network/snapshot";
import type { NamedQuestion } from "../../naive/names/named-question";

/** Asking about something that nobody read is an error, not a question. */
export function isAskable(captures: readonly Capture[], { source, destination }: NamedQuestion): boolean {
  return [source, destination].every((end) =>
    Object.entries(end).every(([name, id]) => idsOf(captures, name)?.has(id) ?? true),
  );
}

/** The ids that were read of what a question names so; an instance is known by its own answer or its interface's. */
function idsOf(captures: readonly Capture[], name: string): Set<unknown> | undefined {
  const read = <Key extends ResourceKey>(key: Key, idOf: (resource: Resource<Key>) => unknown) =>
    new Set(
      captures.flatMap(({ resources }) => {
        const list: Resource<Key>[] = resources[key] ?? [];
        return list.map(idOf);
      }),
    );
  switch (name) {
    case "networkInterfaceId":
      return read("NetworkInterfaces", ({ NetworkInterfaceId }) => NetworkInterfaceId);
    case "instanceId":
      return new Set([
        ...read("Reservations", ({ Instances }) => Instances?.[0]?.InstanceId),
        ...read("NetworkInterfaces", ({ Attachment }) => Attachment?.InstanceId),
      ]);
    case "loadBalancerArn":
      return read("LoadBalancers", ({ LoadBalancerArn }) => LoadBalancerArn);
    case "dbInstanceIdentifier":
      return read("DBInstances", ({ DBInstanceIdentifier }) => DBInstanceIdentifier);
    case "functionName":
      return read("Functions", ({ FunctionName }) => FunctionName);
    case "cacheClusterId":
      return read("CacheClusters", ({ CacheClusterId }) => CacheClusterId);
    default:
      return undefined;
  }
}
