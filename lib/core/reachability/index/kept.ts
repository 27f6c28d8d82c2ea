import type { NetworkIndex } from "./network-index";
import { oncePerKey } from "./once";

/** What `make` gives, made at the first call and kept with the index: a network never changes. */
export function oncePerIndex<T extends object>(make: (index: NetworkIndex) => T): (index: NetworkIndex) => T {
  const kept = new WeakMap<NetworkIndex, T>();
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const made = make(index);
    kept.set(index, made);
    return made;
  };
}

/** The same for each text. */
export function keptPerIndex<T>(
  make: (index: NetworkIndex, key: string) => T,
): (index: NetworkIndex, key: string) => T {
  const kept = oncePerIndex((index) => oncePerKey((key: string) => make(index, key)));
  return (index, key) => kept(index)(key);
}
