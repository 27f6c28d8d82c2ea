import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** The first thing wrong (of a parse with `reportInput`), as a path (`intent.subnetIds`, `documents[2].content`) and a sentence about it. */
export function toFieldError(error: z.ZodError): { field: string; message: string } {
  const [issue] = error.issues;
  if (issue === undefined) return { field: "", message: "The request is not valid." };
  const found = mostTelling(issue, []);
  const field = toPath(found.path);
  return { field, message: `${field === "" ? "The request" : field} ${describe(found.issue)}.` };
}

interface Located {
  issue: Issue;
  path: PropertyKey[];
}

/** Of a union's branches, the one that got furthest before it failed is the one that was meant. */
function mostTelling(issue: Issue, parent: readonly PropertyKey[]): Located {
  const path = [...parent, ...issue.path];
  if (issue.code !== "invalid_union") return { issue, path };
  const branches = issue.errors.flatMap(([first]) => (first === undefined ? [] : [mostTelling(first, path)]));
  const start: Located = { issue, path };
  return branches.reduce((best, branch) => (progress(branch) > progress(best) ? branch : best), start);
}

/**
 * Deeper is further; at the same depth, a member that was sent says more than one that was not, and a value of the
 * right type that is wrong otherwise more than one of another type.
 */
function progress({ issue, path }: Located): number {
  if (issue.input === undefined) return path.length * 3 - 1;
  const isOfAnotherType = ["invalid_type", "invalid_value", "invalid_union"].includes(issue.code);
  return path.length * 3 + (isOfAnotherType ? 0 : 1);
}

/** `intent.subnetIds`, `documents[2].content` */
export function toPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");
}

const unitOf: Record<string, string> = {
  string: " characters",
  array: " items",
  set: " items",
  file: " bytes",
};

function describe(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "is required" : `must be ${articleOf(issue.expected)}`;
    case "too_big":
      return `must be at most ${String(issue.maximum)}${unitOf[issue.origin] ?? ""}`;
    case "too_small":
      return `must be at least ${String(issue.minimum)}${unitOf[issue.origin] ?? ""}`;
    case "invalid_value":
      return `must be ${issue.values.length === 1 ? "" : "one of "}${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return issue.pattern === undefined ? `is not a valid ${issue.format}` : `must match ${issue.pattern}`;
    case "unrecognized_keys":
      return `has unknown members: ${issue.keys.join(", ")}`;
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_union":
      return issue.errors.length === 0
        ? "is missing or not one of the kinds there are"
        : "has none of the forms that are accepted";
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return `is not valid: ${issue.message}`;
  }
}

function articleOf(expected: string): string {
  return `${/^[aeio]/.test(expected) ? "an" : "a"} ${expected}`;
}
