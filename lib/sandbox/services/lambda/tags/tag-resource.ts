import type { TagResourceRequest } from "@aws-sdk/client-lambda";
import type { Handler } from "../../../handler";
import { checkNoUpdateInProgress } from "../validation/check-revision";
import { checkTags } from "./check-tags";
import { getTaggedFunction } from "./get-tagged-function";

/** Adds or overwrites tags; refused while an update is in progress. */
export const tagResource: Handler<TagResourceRequest, Record<string, never>> = (context, input) => {
  const { fn, configuration, functionArn } = getTaggedFunction(context, input.Resource);
  checkNoUpdateInProgress(configuration, functionArn);
  const tags = { ...fn.tags, ...input.Tags };
  checkTags(tags);
  fn.tags = tags;
  return {};
};
