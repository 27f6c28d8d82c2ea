import type { HandlerContext } from "../../../handler";
import { invalidParameterValue, resourceNotFound } from "../lambda-errors";
import { shapeCheck } from "../validation/shape-check";

/** As Lambda's model has it, in the front end's spelling. */
const FUNCTION_NAME_PATTERN = String.raw`(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\$LATEST|[a-zA-Z0-9-_]+))?`;
const PARTS =
  /^(?:arn:aws[a-zA-Z-]*:lambda:(?<region>[^:]+):)?(?:(?<account>\d{12}):)?(?:function:)?(?<name>[a-zA-Z0-9-_]+)(?::(?<qualifier>\$LATEST|[a-zA-Z0-9-_]+))?$/;

export interface FunctionReference {
  functionName: string;
  /** A version or an alias, from the name or from `Qualifier`. */
  qualifier?: string;
  /** The unqualified ARN, whether or not there is such a function. */
  functionArn: string;
}

/**
 * Reads a `FunctionName` in any of its forms: plain name, partial ARN (`123456789012:function:f`), full ARN, each with or
 * without a qualifier. Throws ValidationException for another shape, InvalidParameterValueException when two qualifiers
 * disagree, ResourceNotFoundException for another region or account.
 */
export function parseFunctionName(
  context: HandlerContext,
  input: { FunctionName: string | undefined; Qualifier?: string | undefined },
): FunctionReference {
  const check = shapeCheck();
  check.pattern("functionName", input.FunctionName, FUNCTION_NAME_PATTERN);
  check.required("functionName", input.FunctionName);
  check.throwIfViolated();
  const groups = PARTS.exec(input.FunctionName ?? "")?.groups;
  const functionName = groups?.["name"] ?? "";
  const functionArn = toFunctionArn(context, functionName);
  refuseElsewhere(context, groups ?? {}, functionArn);
  const inName = groups?.["qualifier"];
  if (inName !== undefined && input.Qualifier !== undefined && inName !== input.Qualifier) {
    throw invalidParameterValue(
      "The derived qualifier from the function name does not match the specified qualifier.",
    );
  }
  const qualifier = input.Qualifier ?? inName;
  return { functionName, functionArn, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** The unqualified ARN of a function of the caller's account and region. */
function toFunctionArn(context: Pick<HandlerContext, "regionWorld">, functionName: string): string {
  return `arn:aws:lambda:${context.regionWorld.region}:${context.regionWorld.accountId}:function:${functionName}`;
}

function refuseElsewhere(
  context: HandlerContext,
  groups: { [part: string]: string | undefined },
  functionArn: string,
): void {
  const { region, account } = { region: groups["region"], account: groups["account"] };
  if (region !== undefined && region !== context.region) {
    throw resourceNotFound(
      `Functions from '${region}' are not reachable in this region ('${context.region}')`,
    );
  }
  // AWS would ask that account's function policy; nothing but the caller's own account exists here.
  if (account !== undefined && account !== context.accountId) {
    throw resourceNotFound(`Function not found: ${functionArn.replace(context.accountId, account)}`);
  }
}
