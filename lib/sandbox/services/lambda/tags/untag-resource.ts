import type { UntagResourceRequest } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { getTaggedFunction } from "./get-tagged-function";

/** Removes tags; a key that is not there is no error. */
export const untagResource: Handler<UntagResourceRequest, Record<string, never>> = (context, input) => {
  const { fn } = getTaggedFunction(context, input.Resource);
  const removed = new Set(input.TagKeys);
  fn.tags = Object.fromEntries(Object.entries(fn.tags).filter(([key]) => !removed.has(key)));
  return {};
};
