import type { Tag, TagSpecification } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import { checkTags } from "./check-tags";

function refuse(message: string): never {
  throw new AwsError("InvalidParameterValue", message);
}

/**
 * The tags that a request gives a resource of this type as it makes it. Throws AwsError for a type that the operation
 * does not make: `alsoAllowed` are the others that it does.
 */
export function specifiedTags(
  specifications: readonly TagSpecification[] | undefined,
  resourceType: string,
  alsoAllowed: readonly string[] = [],
): Tag[] {
  const seen = new Set<string>();
  for (const { ResourceType: type, Tags: tags = [] } of specifications ?? []) {
    if (type === undefined) refuse("Tag specification resource type must have a value");
    if (type !== resourceType && !alsoAllowed.includes(type)) {
      refuse(`'${type}' is not a valid taggable resource type for this operation.`);
    }
    if (seen.has(type)) refuse("Duplicate tag specification resource type.");
    seen.add(type);
    if (tags.length === 0) refuse("Tag specification must have at least one tag");
    checkTags(tags);
  }
  const own = (specifications ?? []).find((specification) => specification.ResourceType === resourceType);
  return (own?.Tags ?? []).map(({ Key = "", Value = "" }) => ({ Key, Value }));
}
