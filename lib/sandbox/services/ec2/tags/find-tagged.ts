import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import { idError } from "../describe/pick-by-ids";
import { missingParameter } from "../requests/get-known";
import type { Tagged } from "./taggable-kind";
import { TAGGABLE_KINDS } from "./taggable-kinds";

/** "Up to 1000 resource IDs, separated by spaces" (EC2 API reference: CreateTags). */
const MAX_RESOURCES = 1000;

/** The resource with this id, of whatever kind its prefix names. Throws the kind's own error, or InvalidID. */
function findTagged({ regionWorld }: HandlerContext, id: string): Tagged {
  const kinds = TAGGABLE_KINDS.filter((kind) => id.startsWith(`${kind.prefix}-`));
  const [kind] = kinds;
  if (kind === undefined) throw new AwsError("InvalidID", `The ID '${id}' is not valid`);
  // Two kinds of transit gateway attachments share a prefix.
  const alike = kinds.filter((candidate) => candidate.prefix === kind.prefix);
  const found = alike.flatMap((candidate) => candidate.list(regionWorld)).find((tagged) => tagged.id === id);
  if (found === undefined) throw idError(kind, id);
  return found;
}

/** The resources that a request names. Throws AwsError where one of them does not exist: then none is touched. */
export function findAllTagged(context: HandlerContext, ids: readonly string[] | undefined): Tagged[] {
  if (ids === undefined || ids.length === 0) throw missingParameter("resourceIdSet");
  if (ids.length > MAX_RESOURCES) {
    throw new AwsError(
      "InvalidParameterValue",
      `The number of resources exceeds the limit of ${String(MAX_RESOURCES)}.`,
    );
  }
  return [...new Set(ids)].map((id) => findTagged(context, id));
}
