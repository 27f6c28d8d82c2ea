import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** The first thing wrong (of a parse with `reportInput`), as a path (`intent.subnetIds`, `documents[2].content`) and a sentence about it. */
export function toFieldError(error: z.ZodError): { field: string; message: string } {
  const [issue] = error.issues;
  if (issue === undefined) return { field: "", message: "The request is not valid." };
  const found = mostTelling(issue, []);
  const path = toPath(found.path);
  // What the request itself has too much is a field of its own.
  const [extra = ""] = found.issue.code === "unrecognized_keys" ? found.issue.keys : [];
  return {
    field: path === "" ? extra : path,
    message: `${path === "" ? "The request" : path} ${describe(found.issue)}.`,
  };
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
      return issue.input === undefined ? "is required" : `must be ${typeForm(issue.expected)}`;
    case "too_big":
      return `must be at most ${String(issue.maximum)}${unitOf[issue.origin] ?? ""}`;
    case "too_small":
      return `must be at least ${String(issue.minimum)}${unitOf[issue.origin] ?? ""}`;
    case "invalid_value":
      return `must be ${valueForm(issue.values)}`;
    case "invalid_format":
      return issue.pattern === undefined ? `is not a valid ${issue.format}` : `must match ${issue.pattern}`;
    case "unrecognized_keys":
      return `has unknown members: ${issue.keys.join(", ")}`;
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_union":
      return describeUnion(issue);
    case "invalid_key":
    case "invalid_element":
    case "custom":
      return `is not valid: ${issue.message}`;
  }
}

type UnionIssue = Extract<Issue, { code: "invalid_union" }>;

/** No branch is the one that was meant: the forms of all of them. */
function describeUnion({ errors, input }: UnionIssue): string {
  if (errors.length === 0) return "is missing or not one of the kinds there are";
  if (input === undefined) return "is required";
  const forms = errors.map(([first]) => first && formOf(first));
  const known = forms.filter((form) => form !== undefined);
  if (known.length < forms.length) return "has none of the forms that are accepted";
  return `must be ${new Intl.ListFormat("en", { type: "disjunction" }).format(known)}`;
}

/** What a value of another type or another name would have to be. */
function formOf(issue: Issue): string | undefined {
  if (issue.code === "invalid_type") return typeForm(issue.expected);
  return issue.code === "invalid_value" ? valueForm(issue.values) : undefined;
}

function typeForm(expected: string): string {
  const type = expected === "int" ? "integer" : expected;
  return `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`;
}

function valueForm(values: readonly unknown[]): string {
  return `${values.length === 1 ? "" : "one of "}${values.map(String).join(", ")}`;
}
