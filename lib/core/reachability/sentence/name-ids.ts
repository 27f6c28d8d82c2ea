/** Ids of EC2's resources as they stand in a text: `sg-0a1b`, `subnet-…`, `tgw-attach-…`. */
const ID = /\b(?:[a-z]+-){1,3}[0-9a-f]{8}(?:[0-9a-f]{9})?\b/g;

/** A text with each resource's name before its id; an id whose resource has no name stands alone. */
export function nameIds(text: string, nameOf: (id: string) => string | null): string {
  return text.replace(ID, (id) => {
    const name = nameOf(id);
    return name === null || name === "" || name === id ? id : `${name} (${id})`;
  });
}

/** The ids in a text, in their order. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(ID)].map(([id]) => id);
}

/** A text cut at its ids: each second part is one. */
export function splitAtIds(text: string): string[] {
  return text.split(new RegExp(`(${ID.source})`));
}
