import type { ListRoleTagsCommandOutput, Tag } from "@aws-sdk/client-iam";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { limitExceeded, validationError } from "../iam-errors";
import { pageOf } from "../iam-page";

/** "Tags for IAM resources": at most fifty. */
const MAX_TAGS = 50;

/** Keys are one whatever their case. */
function isSameKey(one: Tag, other: Tag): boolean {
  return one.Key?.toLowerCase() === other.Key?.toLowerCase();
}

/** The tags given, checked. Throws ValidationError, InvalidInput, LimitExceeded. */
export function checkTags(tags: readonly Tag[]): Tag[] {
  for (const [index, tag] of tags.entries()) {
    if (tag.Key === undefined || !/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u.test(tag.Key)) {
      throw validationError(
        `1 validation error detected: Value '${tag.Key ?? ""}' at 'tags.${String(index + 1)}.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+`,
      );
    }
    if (tags.some((other, at) => at !== index && isSameKey(other, tag))) {
      throw new AwsError(
        "InvalidInput",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
      );
    }
  }
  if (tags.length > MAX_TAGS) throw limitExceeded("The number of tags has reached the maximum limit.");
  return tags.map(({ Key, Value }) => ({ Key, Value: Value ?? "" }));
}

type Tagged = { tags?: Tag[] };
/** Finds what a request names. Throws NoSuchEntity. */
type Find<Key> = (context: Parameters<Handler<Key, unknown>>[0], input: Key) => Tagged;

/** TagRole and its siblings: adds tags, or overwrites them. */
export function tagEntity<Key>(
  find: Find<Key>,
): Handler<Key & { Tags: Tag[] | undefined }, Record<string, never>> {
  return (context, input) => {
    const entity = find(context, input);
    const given = checkTags(input.Tags ?? []);
    const kept = (entity.tags ?? []).filter((tag) => !given.some((other) => isSameKey(tag, other)));
    entity.tags = checkTags([...kept, ...given]);
    return {};
  };
}

/** UntagRole and its siblings; a key that is not there is no error. */
export function untagEntity<Key>(
  find: Find<Key>,
): Handler<Key & { TagKeys: string[] | undefined }, Record<string, never>> {
  return (context, input) => {
    const entity = find(context, input);
    const removed = (input.TagKeys ?? []).map((key) => ({ Key: key, Value: "" }));
    entity.tags = (entity.tags ?? []).filter((tag) => !removed.some((other) => isSameKey(tag, other)));
    return {};
  };
}

/** ListRoleTags and its siblings. */
export function listEntityTags<Key>(
  find: Find<Key>,
): Handler<
  Key & { Marker?: string | undefined; MaxItems?: number | undefined },
  Answer<ListRoleTagsCommandOutput>
> {
  return (context, input) => {
    const { items, rest } = pageOf(find(context, input).tags ?? [], input);
    return { Tags: items, ...rest };
  };
}
