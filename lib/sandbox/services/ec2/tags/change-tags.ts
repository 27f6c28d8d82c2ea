import type { CreateTagsCommandInput, DeleteTagsCommandInput, Tag } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Handler } from "../../../handler";
import { checkTags } from "../requests/check-tags";
import { missingParameter } from "../requests/get-known";
import { findAllTagged } from "./find-tagged";

/** Adds tags to resources, or gives those that they have other values. */
export const createTags: Handler<CreateTagsCommandInput, Record<string, never>> = (context, input) => {
  const resources = findAllTagged(context, input.Resources);
  const asked = input.Tags ?? [];
  if (asked.length === 0) throw missingParameter("tagSet");
  for (const resource of resources) checkTags(asked, resource.tags);
  const tags = asked.map(({ Key = "", Value = "" }) => ({ Key, Value }));
  const keys = new Set(tags.map((tag) => tag.Key));
  for (const resource of resources) {
    resource.setTags([...resource.tags.filter((tag) => !keys.has(tag.Key ?? "")), ...tags]);
  }
  return {};
};

/** A key without a value means the tag whatever its value; with one, even an empty one, only that value. */
function isMeant(tag: Tag, asked: readonly Tag[]): boolean {
  return asked.some(
    ({ Key: key, Value: value }) => key === tag.Key && (value === undefined || value === tag.Value),
  );
}

/** Removes tags from resources: all but AWS's own when it names none. A tag that is not there is no error. */
export const deleteTags: Handler<DeleteTagsCommandInput, Record<string, never>> = (context, input) => {
  const resources = findAllTagged(context, input.Resources);
  const asked = input.Tags ?? [];
  if (asked.some((tag) => /^aws:/i.test(tag.Key ?? ""))) {
    throw new AwsError(
      "InvalidParameterValue",
      "Tag keys starting with 'aws:' are reserved for internal use",
    );
  }
  for (const resource of resources) {
    const kept = resource.tags.filter((tag) =>
      asked.length === 0 ? /^aws:/i.test(tag.Key ?? "") : !isMeant(tag, asked),
    );
    resource.setTags(kept);
  }
  return {};
};
