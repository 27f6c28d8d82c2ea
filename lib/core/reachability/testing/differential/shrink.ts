import type { Capture } from "@/lib/core/network/snapshot";

/** Takes out whatever can be taken out, resource by resource and then rule by rule, while `isStill` holds. */
export function shrink(captures: readonly Capture[], isStill: (captures: Capture[]) => boolean): Capture[] {
  let smallest = structuredClone([...captures]);
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const path of listPaths(smallest)) {
      const next = shorten(smallest, path, isStill);
      if (next === smallest) continue;
      smallest = next;
      isSmaller = true;
    }
  }
  return withoutGaps(smallest, isStill);
}

/** Reads in full what need not be unread. */
function withoutGaps(captures: Capture[], isStill: (captures: Capture[]) => boolean): Capture[] {
  let smallest = captures;
  for (const [index, { coverage }] of captures.entries()) {
    for (const { call, status } of coverage) {
      if (status === "ok") continue;
      const filled = smallest.map((capture, at) =>
        at === index
          ? {
              ...capture,
              coverage: capture.coverage.map((one) =>
                one.call === call ? { call, status: "ok" as const } : one,
              ),
            }
          : capture,
      );
      if (isStill(filled)) smallest = filled;
    }
  }
  return smallest;
}

type Path = readonly (string | number)[];

/** One list without each item that is not needed, from its end. */
function shorten(captures: Capture[], path: Path, isStill: (captures: Capture[]) => boolean): Capture[] {
  let smallest = captures;
  for (let index = lengthAt(captures, path) - 1; index >= 0; index -= 1) {
    const without = structuredClone(smallest);
    listAt(without, path)?.splice(index, 1);
    if (isStill(without)) smallest = without;
  }
  return smallest;
}

/** The lists of resources first, then what they hold. */
function listPaths(captures: readonly Capture[]): Path[] {
  const paths: Path[] = [];
  const visit = (value: unknown, path: Path) => {
    if (Array.isArray(value)) {
      paths.push(path);
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
    }
  };
  for (const [index, { resources }] of captures.entries()) visit(resources, [index, "resources"]);
  return paths.sort((left, right) => left.length - right.length);
}

function listAt(captures: readonly Capture[], path: Path): unknown[] | undefined {
  const value = path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? (Reflect.get(at, key) as unknown) : undefined),
    captures,
  );
  return Array.isArray(value) ? (value as unknown[]) : undefined;
}

function lengthAt(captures: readonly Capture[], path: Path): number {
  return listAt(captures, path)?.length ?? 0;
}
