import type {
  DescribeTagsCommandInput,
  DescribeTagsCommandOutput,
  TagDescription,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { createFilter } from "../describe/match-filters";
import { paginate } from "../describe/paginate";
import { TAGGABLE_KINDS } from "./taggable-kinds";

/** The tags of all resources, each with the resource that has it. */
export const describeTags: Handler<DescribeTagsCommandInput, Answer<DescribeTagsCommandOutput>> = (
  { regionWorld, region },
  input,
) => {
  const passes = createFilter<TagDescription>(
    input.Filters,
    {
      key: (tag) => tag.Key,
      "resource-id": (tag) => tag.ResourceId,
      "resource-type": (tag) => tag.ResourceType,
      value: (tag) => tag.Value,
    },
    // `tag:<key>` asks for the tag itself.
    (tag) => [{ Key: tag.Key, Value: tag.Value }],
  );
  const tags = TAGGABLE_KINDS.flatMap(({ resourceType, list }) =>
    list(regionWorld).flatMap((resource) =>
      resource.tags.map((tag) => ({
        Key: tag.Key,
        Value: tag.Value,
        ResourceId: resource.id,
        ResourceType: resourceType,
      })),
    ),
  ).filter(passes);
  const question = JSON.stringify(["tags", region, input.Filters ?? []]);
  const { items, ...page } = paginate(tags, input, {
    question,
    keyOf: ({ ResourceId, Key }) => `${ResourceId} ${Key ?? ""}`,
  });
  return { Tags: items, ...page };
};
