import { setImmediate } from "node:timers/promises";

/**
 * What `work` gives for each item, letting other requests in after every `atOnce` of them: an answer of the engine takes
 * up to a millisecond or two.
 */
export async function inTurns<Item, Value>(
  items: readonly Item[],
  work: (item: Item) => Value,
  atOnce = 50,
): Promise<Value[]> {
  const values: Value[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % atOnce === 0) await setImmediate();
    values.push(work(item));
  }
  return values;
}
