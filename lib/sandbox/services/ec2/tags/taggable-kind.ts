import type { ResourceType, Tag } from "@aws-sdk/client-ec2";
import type { RegionWorld } from "../../../world/world";
import type { IdKind } from "../describe/pick-by-ids";

/** A resource that can have tags, wherever it keeps them. */
export interface Tagged {
  id: string;
  tags: readonly Tag[];
  setTags(tags: Tag[]): void;
}

/** A kind of resource that CreateTags, DeleteTags and DescribeTags know. */
export interface TaggableKind extends IdKind {
  resourceType: ResourceType;
  list: (regionWorld: RegionWorld) => Tagged[];
}

/** A kind whose resources keep their tags in `Tags`, which is all but network interfaces. */
export function taggableKind<Resource extends { Tags?: Tag[] | undefined }>(
  resourceType: ResourceType,
  ids: IdKind,
  stored: (regionWorld: RegionWorld) => readonly Resource[],
  idOf: (resource: Resource) => string | undefined,
): TaggableKind {
  return {
    ...ids,
    resourceType,
    list: (regionWorld) =>
      stored(regionWorld).map((resource) => ({
        id: idOf(resource) ?? "",
        tags: resource.Tags ?? [],
        setTags: (tags) => {
          resource.Tags = tags;
        },
      })),
  };
}
