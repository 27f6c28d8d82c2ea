import type { HandlerContext } from "../../../handler";
import { invalidParameterValue } from "../lambda-errors";
import { getFunctionVersion } from "../names/get-function-version";
import { shapeCheck } from "../validation/shape-check";

const RESOURCE_PATTERN = String.raw`arn:(aws[a-zA-Z-]*):lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\d{1}:\d{12}:(function:[a-zA-Z0-9-_]+(:(\$LATEST|[a-zA-Z0-9-_]+))?|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})`;

/** The function that tags belong to, by its unqualified ARN: versions and aliases have none of their own. */
export function getTaggedFunction(context: HandlerContext, resource: string | undefined) {
  const check = shapeCheck();
  check.required("resource", resource);
  check.pattern("resource", resource, RESOURCE_PATTERN);
  check.throwIfViolated();
  const found = getFunctionVersion(context, { FunctionName: resource });
  if (found.qualifier !== undefined) {
    throw invalidParameterValue(
      "Tags on function aliases and versions are not supported. Please specify either a function name or an unqualified function ARN.",
    );
  }
  return found;
}
