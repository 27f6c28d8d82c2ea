/**
 * Where each name of a list was seen last. A place is looked at before it is believed, and all of the list where it is
 * not the name's any more: whoever changes the list need not know of this.
 */
const placesByList = new WeakMap<readonly unknown[], Map<string, number>>();

/** The item of that name, of which a list has one at most; told apart from thousands without looking at each. */
export function findByName<T>(
  list: readonly T[],
  name: string,
  nameOf: (item: T) => string | undefined,
): T | undefined {
  const place = placesByList.get(list)?.get(name);
  const remembered = place === undefined ? undefined : list[place];
  if (remembered !== undefined && nameOf(remembered) === name) return remembered;
  const found = list.find((item) => nameOf(item) === name);
  if (found !== undefined) {
    placesByList.set(list, new Map(list.map((item, index) => [nameOf(item) ?? "", index])));
  }
  return found;
}
