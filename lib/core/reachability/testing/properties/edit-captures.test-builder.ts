import type { Resource } from "@/lib/core/network/network";
import { resourceId } from "@/lib/core/network/resource-id";
import type { ResourceKey } from "@/lib/core/network/resources";
import type { Capture } from "@/lib/core/network/snapshot";

/** The captures with one resource changed, wherever it was read: an account that shares it reads it too. */
export function editResource<Key extends ResourceKey>(
  captures: readonly Capture[],
  key: Key,
  id: string,
  edit: (resource: Resource<Key>) => Resource<Key>,
): Capture[] {
  return captures.map((capture) => {
    const list: Resource<Key>[] | undefined = capture.resources[key];
    if (!list) return capture;
    const edited = list.map((one) => (resourceId(key, one) === id ? edit(one) : one));
    return { ...capture, resources: { ...capture.resources, [key]: edited } };
  });
}

/** Each resource of a kind once, with its id. */
export function resourcesOf<Key extends ResourceKey>(
  captures: readonly Capture[],
  key: Key,
): [id: string, resource: Resource<Key>][] {
  const found = new Map<string, Resource<Key>>();
  for (const { resources } of captures) {
    const list: Resource<Key>[] = resources[key] ?? [];
    for (const resource of list) found.set(resourceId(key, resource) ?? "", resource);
  }
  return [...found];
}

export function without<Item>(items: readonly Item[] | undefined, index: number): Item[] {
  return (items ?? []).filter((_, at) => at !== index);
}

/** The list with one item replaced by others. */
export function replaced<Item>(items: readonly Item[] | undefined, index: number, others: Item[]): Item[] {
  return (items ?? []).flatMap((item, at) => (at === index ? others : [item]));
}
