import type { Filter, Tag } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import { matchesPattern } from "../../iam/matches-pattern";

export type FilterValue = string | number | boolean | undefined;

/** Filter name -> what of a resource it is compared with; several values match when one of them does. */
export type FilterTable<Resource> = Readonly<
  Record<string, (resource: Resource) => FilterValue | FilterValue[]>
>;

/** EC2's bound on the values of one filter. */
const MAX_FILTER_VALUES = 200;

function tagValues(name: string, tags: readonly Tag[] | undefined): FilterValue[] | undefined {
  if (name === "tag-key") return (tags ?? []).map((tag) => tag.Key);
  if (name === "tag-value") return (tags ?? []).map((tag) => tag.Value);
  if (!name.startsWith("tag:")) return undefined;
  const key = name.slice("tag:".length);
  return (tags ?? []).filter((tag) => tag.Key === key).map((tag) => tag.Value ?? "");
}

/** `\*` and `\?` stand for themselves: they are kept out of the pattern's reach by private-use characters. */
function matchesFilterValue(pattern: string, value: string): boolean {
  const hide = (text: string): string =>
    text.replace(/\\([*?\\])/g, (_all, char: string) => ESCAPES[char] ?? char);
  const target = value.replaceAll("*", "\ue000").replaceAll("?", "\ue001").replaceAll("\\", "\ue002");
  return matchesPattern(hide(pattern).replaceAll("\\", "\ue002"), target);
}

const ESCAPES: Readonly<Record<string, string>> = { "*": "\ue000", "?": "\ue001", "\\": "\ue002" };

/**
 * Whether resources pass every filter, each by any of its values (EC2 API reference: `Filter`). Throws
 * InvalidParameterValue for a filter that the operation does not have.
 */
export function createFilter<Resource>(
  filters: readonly Filter[] | undefined,
  table: FilterTable<Resource>,
  tagsOf?: (resource: Resource) => readonly Tag[] | undefined,
): (resource: Resource) => boolean {
  const tests = (filters ?? []).map((filter) => {
    const name = filter.Name ?? "";
    const wanted = filter.Values ?? [];
    const read = Object.hasOwn(table, name) ? table[name] : undefined;
    const isTag =
      tagsOf !== undefined && (name.startsWith("tag:") || name === "tag-key" || name === "tag-value");
    if (read === undefined && !isTag)
      throw new AwsError("InvalidParameterValue", `The filter '${name}' is invalid`);
    if (wanted.length > MAX_FILTER_VALUES) {
      throw new AwsError(
        "FilterLimitExceeded",
        "The maximum number of filter values specified on a single call is 200",
      );
    }
    return (resource: Resource): boolean => {
      const found = read === undefined ? tagValues(name, tagsOf?.(resource)) : read(resource);
      const values = (Array.isArray(found) ? found : [found])
        .filter((value) => value !== undefined)
        .map(String);
      return values.some((value) => wanted.some((pattern) => matchesFilterValue(pattern, value)));
    };
  });
  return (resource) => tests.every((test) => test(resource));
}
