import type { NetworkIndex } from "./network-index";
import { oncePerKey } from "./once";

/** What `make` gives for each text, made at the first call and kept with the index: a network never changes. */
export function keptPerIndex<T>(
  make: (index: NetworkIndex, key: string) => T,
): (index: NetworkIndex, key: string) => T {
  const kept = new WeakMap<NetworkIndex, (key: string) => T>();
  return (index, key) => {
    const ofIndex = kept.get(index) ?? oncePerKey((own: string) => make(index, own));
    kept.set(index, ofIndex);
    return ofIndex(key);
  };
}
