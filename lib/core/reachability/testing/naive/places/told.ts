/** A resource without the members that are printed and say nothing. */
export function told<Item extends object>(item: Item): Item {
  const copy = { ...item };
  for (const [name, value] of Object.entries(item) as [string, unknown][])
    if (value === "" || value === null) Reflect.deleteProperty(copy, name);
  return copy;
}
