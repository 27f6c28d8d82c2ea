/** "prod-a (subnet-1)", or the id alone where there is no name: a thing with a name is never shown by id alone. */
export function nameAndId(name: string | null, id: string): string {
  return name === null || name === "" || name === id ? id : `${name} (${id})`;
}

/** "prod-vpc", or the id where there is no name: for titles, where an id beside the name only hides it. */
export function nameOrId(name: string | null, id: string): string {
  return name === null || name === "" ? id : name;
}

/** "a", "a and b", "a, b and c". */
export function inWords(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return "none";
  const rest = items.slice(0, -1);
  return rest.length === 0 ? last : `${rest.join(", ")} and ${last}`;
}

/** "1 subnet", "3 subnets". */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}
