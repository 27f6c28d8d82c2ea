import { canonicalJson, isObject } from "./canonical-json";
import { elementNameFor } from "./element-key";

export interface FieldChange {
  path: string;
  before?: unknown;
  after?: unknown;
}

/** What differs between two values of JSON; lists are sets, unless `isOrdered` says that the order of one counts. */
export function compareValues(
  before: unknown,
  after: unknown,
  isOrdered: (path: string) => boolean,
  path = "",
): FieldChange[] {
  if (isNothing(before) && isNothing(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    return isOrdered(path)
      ? compareWhole(path, before, after)
      : compareSets(before as unknown[], after as unknown[], isOrdered, path);
  }
  if (!isObject(before) || !isObject(after)) return compareWhole(path, before, after);
  const members = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return members.flatMap((member) =>
    compareValues(before[member], after[member], isOrdered, path === "" ? member : `${path}.${member}`),
  );
}

/** A member that AWS leaves out, one that is null and an empty list say the same. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function compareWhole(path: string, before: unknown, after: unknown): FieldChange[] {
  const isSame = Array.isArray(before)
    ? JSON.stringify(before) === JSON.stringify(after)
    : canonicalJson(before) === canonicalJson(after);
  return isSame ? [] : [toChange(path, before, after)];
}

function toChange(path: string, before: unknown, after: unknown): FieldChange {
  return {
    path,
    ...(isNothing(before) ? {} : { before }),
    ...(isNothing(after) ? {} : { after }),
  };
}

function compareSets(
  before: readonly unknown[],
  after: readonly unknown[],
  isOrdered: (path: string) => boolean,
  path: string,
): FieldChange[] {
  const nameOf = elementNameFor(before, after);
  if (nameOf === undefined) return compareUnnamed(before, after, path);
  const old = new Map(before.map((element) => [nameOf(element), element]));
  const now = new Map(after.map((element) => [nameOf(element), element]));
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names.flatMap((name) => {
    const at = `${path}[${name ?? ""}]`;
    return old.has(name) && now.has(name)
      ? compareValues(old.get(name), now.get(name), isOrdered, at)
      : [toChange(at, old.get(name), now.get(name))];
  });
}

/** Elements without a name are the same or not: one that changed is one that went and one that came. */
function compareUnnamed(before: readonly unknown[], after: readonly unknown[], path: string): FieldChange[] {
  return [
    ...withoutThoseOf(before, after).map((element) => toChange(`${path}[]`, element, undefined)),
    ...withoutThoseOf(after, before).map((element) => toChange(`${path}[]`, undefined, element)),
  ];
}

function withoutThoseOf(elements: readonly unknown[], others: readonly unknown[]): unknown[] {
  const left = new Map<string, number>();
  for (const other of others) {
    const text = canonicalJson(other);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  return elements.filter((element) => {
    const text = canonicalJson(element);
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}
