import type { HandlerContext } from "../../handler";
import { validationError } from "./iam-errors";

/** Lengths and characters of names, as the service states them when they are wrong. */
const NAME = /^[\w+=,.@-]+$/;
const PATH = /^(\/|\/[\u0021-\u007e]+\/)$/;

/** Throws ValidationError for a name that IAM does not take. `member` is spelled as in the request, first letter small. */
export function checkName(member: string, name: string, maxLength: number): void {
  if (name.length > maxLength) {
    throw validationError(
      `1 validation error detected: Value '${name}' at '${member}' failed to satisfy constraint: Member must have length less than or equal to ${String(maxLength)}`,
    );
  }
  if (NAME.test(name)) return;
  throw validationError(
    `The specified value for ${member} is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-`,
  );
}

/** Throws ValidationError for a path that does not begin and end with a slash. */
export function checkPath(path: string): void {
  if (path.length <= 512 && PATH.test(path)) return;
  throw validationError(
    "The specified value for path is invalid. It must begin and end with / and contain only alphanumeric characters and/or / characters.",
  );
}

/** Whether a name is taken: names are unique whatever their case. */
export function isTaken(names: readonly string[], name: string): boolean {
  return names.some((candidate) => candidate.toLowerCase() === name.toLowerCase());
}

/** `AROA…`, `AIDA…`: a unique id with the prefix of its kind. */
export function uniqueId(context: Pick<HandlerContext, "ids">, prefix: string): string {
  return `${prefix}${context.ids.id("iam").slice(-17).toUpperCase()}`;
}
