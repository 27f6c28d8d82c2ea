/** Path -> the JSON types found there: `Vpcs[].State` -> `string`. Items of a list share one path. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>;

/** Members whose keys are data of the customer's: what lies below is one place, whatever it is called. */
const FREE_KEYS = /(?:^|\.)(?:Variables|AdvancedOptions)$/;

/** The shape of several answers to one operation. What is `null` is as absent as AWS's SDKs have it. */
export function shapeOf(answers: readonly unknown[]): Shape {
  const shape = new Map<string, Set<string>>();
  const note = (path: string, type: string) => {
    shape.set(path, (shape.get(path) ?? new Set()).add(type));
  };
  const visit = (value: unknown, path: string): void => {
    if (value === null || value === undefined) return;
    if (isDate(value)) {
      note(path, "date");
    } else if (Array.isArray(value)) {
      note(path, "list");
      for (const item of value) visit(item, `${path}[]`);
    } else if (typeof value === "object") {
      if (path !== "") note(path, "object");
      for (const [key, item] of Object.entries(value)) {
        const name = FREE_KEYS.test(path) ? "*" : key;
        visit(item, path === "" ? name : `${path}.${name}`);
      }
    } else {
      note(path, typeof value);
    }
  };
  for (const answer of answers) visit(answer, "");
  return shape;
}

/** A date as the JS SDK gives it, as the CLI prints it, or as boto's recorder keeps it. */
function isDate(value: unknown): boolean {
  if (value instanceof Date) return true;
  if (typeof value === "string") return /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/.test(value);
  return typeof value === "object" && value !== null && "__class__" in value;
}

/** One path at which two shapes are not the same; an absent member has no types. */
export interface ShapeDifference {
  path: string;
  recorded: string;
  sandbox: string;
}

/**
 * Where a sandbox's answers are shaped otherwise than the recorded ones. Inside a list of which no recording has an item,
 * the recordings say nothing.
 */
export function compareShapes(recorded: Shape, sandbox: Shape): ShapeDifference[] {
  const isSilent = (path: string): boolean =>
    path
      .split("[]")
      .slice(0, -1)
      .some((_part, index, parts) => {
        const list = parts.slice(0, index + 1).join("[]");
        return recorded.has(list) && ![...recorded.keys()].some((other) => other.startsWith(`${list}[]`));
      });
  return [...new Set([...recorded.keys(), ...sandbox.keys()])]
    .filter((path) => !isSilent(path))
    .map((path) => ({ path, recorded: typesAt(recorded, path), sandbox: typesAt(sandbox, path) }))
    .filter((difference) => difference.recorded !== difference.sandbox);
}

function typesAt(shape: Shape, path: string): string {
  return [...(shape.get(path) ?? [])].sort().join("|");
}
