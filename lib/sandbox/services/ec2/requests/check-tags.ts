import type { Tag } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";

/** "Tag restrictions" of the EC2 user guide. */
const MAX_TAGS = 50;
const MAX_KEY_LENGTH = 128;
const MAX_VALUE_LENGTH = 256;

function refuse(message: string): never {
  throw new AwsError("InvalidParameterValue", message);
}

/** Throws AwsError for tags that EC2 does not take. `existing` are those that the resource has already. */
export function checkTags(tags: readonly Tag[], existing: readonly Tag[] = []): void {
  const keys = new Set<string>();
  for (const { Key: key = "", Value: value = "" } of tags) {
    if (key === "") refuse("Tag key cannot be empty");
    if (key.length > MAX_KEY_LENGTH) refuse("Tag key exceeds the maximum length of 128 characters");
    if (value.length > MAX_VALUE_LENGTH) refuse("Tag value exceeds the maximum length of 256 characters");
    if (/^aws:/i.test(key)) refuse("Tag keys starting with 'aws:' are reserved for internal use");
    if (keys.has(key)) refuse(`Duplicate tag key '${key}' specified.`);
    keys.add(key);
  }
  const kept = existing.filter((tag) => !keys.has(tag.Key ?? ""));
  if (kept.length + keys.size > MAX_TAGS) {
    throw new AwsError("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
  }
}
