import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { findFunctions } from "@/lib/core/network/connections/find-functions";
import type { Network } from "@/lib/core/network/network";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { toAwsFailure } from "../../aws/errors/aws-failure";
import { getFunction } from "../../aws/lambda";
import { toAwsApiError } from "../../aws/errors/to-aws-api-error";

export interface FunctionPlace {
  functionName: string;
  functionArn: string;
  region: string;
  accountId: string | null;
}

/**
 * The one function that a name or ARN means. One that the snapshot does not hold may have been made since, so AWS is
 * asked. Throws ApiError `not_found`, or `ambiguous_name` with the ARNs.
 */
export async function locateFunction(
  ctx: RequestContext,
  network: Network,
  nameOrArn: string,
): Promise<FunctionPlace> {
  const found = findFunctions(network, nameOrArn);
  const [only] = found;
  if (only !== undefined && found.length === 1) return toPlace(only.functionName, only.arn);
  if (found.length > 1) {
    throw new ApiError("ambiguous_name", `Several accounts or regions have a function ${nameOrArn}.`, {
      field: "intent.functionName",
      candidates: found.map(({ arn }) => arn),
      nextStep: "Name it by its ARN.",
    });
  }
  const region = /^arn:[^:]+:lambda:([^:]+):/.exec(nameOrArn)?.[1] ?? ctx.config.region;
  const configuration = await readFunction(ctx, region, nameOrArn);
  const { FunctionName, FunctionArn } = configuration ?? {};
  if (FunctionName === undefined || FunctionArn === undefined) throw notFound(nameOrArn);
  return toPlace(FunctionName, FunctionArn);
}

/** The function as AWS has it now, or null. Throws ApiError where AWS refuses or fails. */
export async function readFunction(
  ctx: RequestContext,
  region: string,
  nameOrArn: string,
): Promise<FunctionConfiguration | null> {
  try {
    const scope = { aws: ctx.aws, region, signal: ctx.signal };
    return (await getFunction(scope, { FunctionName: nameOrArn })).Configuration ?? null;
  } catch (error) {
    if (toAwsFailure(error).kind === "not-found") return null;
    throw toAwsApiError(error);
  }
}

export function notFound(nameOrArn: string): ApiError {
  return new ApiError("not_found", `There is no function ${nameOrArn}.`, {
    field: "intent.functionName",
    aws: { code: "ResourceNotFoundException", operation: "GetFunction" },
    nextStep: "Check the name, the region and the account.",
  });
}

function toPlace(functionName: string, functionArn: string): FunctionPlace {
  const [, , , region = "", accountId = ""] = functionArn.split(":");
  return { functionName, functionArn, region, accountId: accountId === "" ? null : accountId };
}
