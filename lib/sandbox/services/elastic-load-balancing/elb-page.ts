import { AwsError } from "../../aws-error";
import { paginateByMarker } from "../paginate-by-marker";

/** 1 to 400 of `PageSize`, which is also the size of a page that nobody sized. */
const PAGE_RULES = { min: 1, max: 400, usual: 400, invalidCode: "ValidationError" };

/** One page of a list. */
export function elbPage<T>(
  items: readonly T[],
  input: { Marker?: string | undefined; PageSize?: number | undefined },
): { items: T[]; NextMarker: string | undefined } {
  const page = paginateByMarker(items, { marker: input.Marker, size: input.PageSize }, PAGE_RULES);
  return { items: page.items, NextMarker: page.marker };
}

/** How an operation finds what it is asked for. */
export interface ElbKind<T> {
  arnOf: (item: T) => string | undefined;
  nameOf?: (item: T) => string | undefined;
  notFoundCode: string;
  /** `load balancers` of "One or more load balancers not found". */
  noun: string;
  /** How names that do not exist are refused, where that is on record. */
  refuseNames?: (names: readonly string[]) => string;
}

/** The resources with these ARNs or these names, all of them or an error; without either, every resource. */
export function pickByArnsOrNames<T>(
  items: readonly T[],
  asked: { arns?: readonly string[] | undefined; names?: readonly string[] | undefined },
  pick: ElbKind<T>,
): T[] {
  const { arns = [], names = [] } = asked;
  if (arns.length > 0 && names.length > 0) {
    throw new AwsError("ValidationError", `You cannot specify both names and ARNs of ${pick.noun}`);
  }
  const findAll = (values: readonly string[], read: (item: T) => string | undefined): T[] => {
    const found = values.map((value) => items.find((item) => read(item) === value));
    const missing = values.filter((_value, index) => found[index] === undefined);
    if (missing.length > 0) {
      const refuse = values === names ? pick.refuseNames : undefined;
      throw new AwsError(pick.notFoundCode, refuse?.(missing) ?? `One or more ${pick.noun} not found`);
    }
    return found.filter((item) => item !== undefined);
  };
  if (arns.length > 0) return findAll(arns, pick.arnOf);
  if (names.length > 0) return findAll(names, (item) => pick.nameOf?.(item));
  return [...items];
}
