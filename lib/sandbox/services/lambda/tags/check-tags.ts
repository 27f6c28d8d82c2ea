import { invalidParameterValue } from "../lambda-errors";

/** "50 tags per resource". */
const MAX_TAGS = 50;

/** Throws InvalidParameterValueException when a resource would have too many tags, or one of AWS's own prefix. */
export function checkTags(tags: Readonly<Record<string, string>>): void {
  const keys = Object.keys(tags);
  if (keys.length > MAX_TAGS) throw invalidParameterValue("Number of tags exceeds resource tag limit.");
  if (keys.some((key) => key.toLowerCase().startsWith("aws:"))) {
    throw invalidParameterValue("aws: prefixed tag key names are not allowed for external use.");
  }
}
