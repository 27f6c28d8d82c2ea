import type { Index, Located, Resource } from "../network";
import { resourceId, type Identified } from "../resource-id";
import type { ResourceKey } from "../resources";
import type { Capture } from "../snapshot";
import { keepNewest } from "./keep-newest";

/** Every item of one kind with the place where it was read, in reading order. A null list counts as empty. */
export function* locate<Key extends ResourceKey>(
  captures: readonly Capture[],
  key: Key,
): Generator<Located<Resource<Key>>> {
  for (const [captureIndex, { accountId, region, resources }] of captures.entries()) {
    for (const resource of resources[key] ?? []) yield { resource, accountId, region, captureIndex };
  }
}

/** Indexes one kind by id. What has no id cannot be named by anything and is left out; of equal ids the newest stays. */
export function indexResources<Key extends ResourceKey>(
  captures: readonly Capture[],
  key: Key,
  toIndexKey: (id: string, located: Located<Resource<Key>>) => string = (id) => id,
): Index<Identified<Key>> {
  const index = new Map<string, Located<Identified<Key>>>();
  for (const located of locate(captures, key)) {
    const id = resourceId(key, located.resource);
    if (id === undefined) continue;
    // Where one member alone names this kind, the id was read from it.
    keepNewest(captures, index, toIndexKey(id, located), located as Located<Identified<Key>>);
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
  join: (id: string, parts: readonly Resource<Key>[]) => Resource<Key>,
): Index<Resource<Key>> {
  const parts = new Map<string, Located<Resource<Key>[]>>();
  for (const { resource, ...place } of locate(captures, key)) {
    const id = resourceId(key, resource);
    if (id === undefined) continue;
    const part = `${place.captureIndex} ${id}`;
    const known = parts.get(part);
    if (known) known.resource.push(resource);
    else parts.set(part, { ...place, resource: [resource] });
  }
  const index = new Map<string, Located<Resource<Key>>>();
  for (const [part, { resource, ...place }] of parts) {
    const id = part.slice(part.indexOf(" ") + 1);
    keepNewest(captures, index, id, { ...place, resource: join(id, resource) });
  }
  return index;
}
