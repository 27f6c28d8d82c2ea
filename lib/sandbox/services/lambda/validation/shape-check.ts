import { validationError } from "../lambda-errors";

/**
 * Collects violations of the API model's constraints and words them as AWS's front end does, all in one
 * ValidationException: `2 validation errors detected: Value '…' at '…' failed to satisfy constraint: …; Value …`.
 */
export interface ShapeCheck {
  required(member: string, value: unknown): void;
  pattern(member: string, value: string | undefined, pattern: string): void;
  length(member: string, value: string | readonly string[] | undefined, range: Range): void;
  range(member: string, value: number | undefined, range: Range): void;
  oneOf(member: string, value: string | undefined, allowed: readonly string[]): void;
  /** A constraint on the members of a list, in words of its own. */
  members(member: string, values: readonly string[], isValid: (value: string) => boolean, text: string): void;
  throwIfViolated(): void;
}

interface Range {
  min: number;
  max: number;
}

/** An empty check. */
export function shapeCheck(): ShapeCheck {
  const violations: string[] = [];
  const add = (member: string, value: string, constraint: string) => {
    violations.push(`Value ${value} at '${member}' failed to satisfy constraint: ${constraint}`);
  };
  return {
    required(member, value) {
      if (value === undefined || value === null) add(member, "null", "Member must not be null");
    },
    pattern(member, value, pattern) {
      if (value === undefined || new RegExp(`^(?:${pattern})$`).test(value)) return;
      add(member, `'${value}'`, `Member must satisfy regular expression pattern: ${pattern}`);
    },
    length(member, value, range) {
      if (value === undefined) return;
      const text = typeof value === "string" ? `'${value}'` : `'[${value.join(", ")}]'`;
      if (value.length > range.max)
        add(member, text, `Member must have length less than or equal to ${range.max}`);
      if (value.length < range.min)
        add(member, text, `Member must have length greater than or equal to ${range.min}`);
    },
    range(member, value, range) {
      if (value === undefined) return;
      if (value > range.max)
        add(member, `'${value}'`, `Member must have value less than or equal to ${range.max}`);
      if (value < range.min)
        add(member, `'${value}'`, `Member must have value greater than or equal to ${range.min}`);
    },
    oneOf(member, value, allowed) {
      if (value === undefined || allowed.includes(value)) return;
      add(member, `'${value}'`, `Member must satisfy enum value set: [${allowed.join(", ")}]`);
    },
    members(member, values, isValid, text) {
      if (!values.every(isValid)) add(member, `'[${values.join(", ")}]'`, text);
    },
    throwIfViolated() {
      if (violations.length === 0) return;
      const noun = violations.length === 1 ? "validation error" : "validation errors";
      throw validationError(`${violations.length} ${noun} detected: ${violations.join("; ")}`);
    },
  };
}
