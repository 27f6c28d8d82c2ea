import type { ListTagsRequest, ListTagsResponse } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { getTaggedFunction } from "./get-tagged-function";

/** The tags of a function, perhaps none. */
export const listTags: Handler<ListTagsRequest, ListTagsResponse> = (context, input) => ({
  Tags: { ...getTaggedFunction(context, input.Resource).fn.tags },
});
