import type { Index, Located, Resource } from "../network";
import type { ResourceKey } from "../resources";
import type { Capture } from "../snapshot";

/** Every item of one kind with the place where it was read, in reading order. A null list counts as empty. */
export function* locate<Key extends ResourceKey>(
  captures: readonly Capture[],
  key: Key,
): Generator<Located<Resource<Key>>> {
  for (const [captureIndex, { accountId, region, resources }] of captures.entries()) {
    for (const resource of resources[key] ?? []) yield { resource, accountId, region, captureIndex };
  }
}

/** Indexes one kind by id. What has no id cannot be named by anything and is left out; the last of equal ids stays. */
export function indexResources<Key extends ResourceKey>(
  captures: readonly Capture[],
  key: Key,
  idOf: (resource: Resource<Key>, located: Located<Resource<Key>>) => string | undefined,
): Index<Resource<Key>> {
  const index = new Map<string, Located<Resource<Key>>>();
  for (const located of locate(captures, key)) {
    const id = idOf(located.resource, located);
    if (id) index.set(id, located);
  }
  return index;
}

/**
 * Like `indexResources` for answers about one subject that come in parts (pages, one attribute per call): the parts
 * of one capture are joined; what another capture says about the same subject stands for itself.
 */
export function joinResources<Key extends ResourceKey>(
  captures: readonly Capture[],
  key: Key,
  idOf: (resource: Resource<Key>) => string | undefined,
  join: (left: Resource<Key>, right: Resource<Key>) => Resource<Key>,
): Index<Resource<Key>> {
  const index = new Map<string, Located<Resource<Key>>>();
  for (const located of locate(captures, key)) {
    const id = idOf(located.resource);
    if (!id) continue;
    const known = index.get(id);
    const isPart = known?.captureIndex === located.captureIndex;
    index.set(id, isPart ? { ...located, resource: join(known.resource, located.resource) } : located);
  }
  return index;
}
