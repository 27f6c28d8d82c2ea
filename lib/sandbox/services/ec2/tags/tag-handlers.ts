import type { HandlerTable } from "../../../handler";
import { createTags, deleteTags } from "./change-tags";
import { describeTags } from "./describe-tags";

/** Operations on the tags of every kind of resource. */
export const tagHandlers = {
  CreateTags: createTags,
  DeleteTags: deleteTags,
  DescribeTags: describeTags,
} satisfies HandlerTable;
