import type { NetworkIndex } from "./network-index";

/** What `make` gives for each text, made at the first call and kept with the index: a network never changes. */
export function keptPerIndex<T>(
  make: (index: NetworkIndex, key: string) => T,
): (index: NetworkIndex, key: string) => T {
  const kept = new WeakMap<NetworkIndex, Map<string, { value: T }>>();
  return (index, key) => {
    const values = kept.get(index) ?? new Map<string, { value: T }>();
    kept.set(index, values);
    const known = values.get(key) ?? { value: make(index, key) };
    values.set(key, known);
    return known.value;
  };
}
