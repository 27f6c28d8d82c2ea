import { paginateByMarker, type MarkerRules } from "../paginate-by-marker";

/** 1 to 1000 of `MaxItems`, 100 by default. */
const IAM_MARKER: MarkerRules = { min: 1, max: 1000, usual: 100, invalidCode: "ValidationError" };

/** One page of an IAM list, with the two members that every such answer ends with. */
export function pageOf<T>(
  items: readonly T[],
  input: { Marker?: string | undefined; MaxItems?: number | undefined },
): { items: T[]; rest: { IsTruncated: boolean; Marker: string | undefined } } {
  const page = paginateByMarker(items, { marker: input.Marker, size: input.MaxItems }, IAM_MARKER);
  return { items: page.items, rest: { IsTruncated: page.marker !== undefined, Marker: page.marker } };
}

/** In the order of their names, as IAM lists. */
export function byName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
