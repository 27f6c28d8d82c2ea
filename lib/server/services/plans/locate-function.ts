import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { findFunctions } from "@/lib/core/network/connections/find-functions";
import type { Network } from "@/lib/core/network/network";
import type { RequestContext } from "../../context";
import { ApiError } from "../../http/api-error";
import { toAwsFailure } from "../../aws/errors/aws-failure";
import { getFunction } from "../../aws/lambda";
import { toAwsApiError } from "../../aws/errors/to-aws-api-error";
import { requireOwnFunction } from "./require-own-function";

export interface FunctionPlace {
  functionName: string;
  functionArn: string;
  region: string;
  accountId: string | null;
}

/**
 * The one function that a name or ARN means. One that the snapshot does not hold may have been made since, so AWS is
 * asked. Throws ApiError `not_found`, `ambiguous_name` with the ARNs, or `conflict` for one of another account.
 */
export async function locateFunction(
  ctx: RequestContext,
  network: Network,
  nameOrArn: string,
): Promise<FunctionPlace> {
  const found = findFunctions(network, nameOrArn);
  const [only] = found;
  if (only !== undefined && found.length === 1) return toOwnPlace(ctx, only.functionName, only.arn);
  if (found.length > 1) {
    throw new ApiError("ambiguous_name", `Several accounts or regions have a function ${nameOrArn}.`, {
      field: "intent.functionName",
      candidates: found.map(({ arn }) => arn),
      nextStep: "Name it by its ARN.",
    });
  }
  const [, named, accountId] = /^arn:[^:]+:lambda:([^:]+):(\d+):/.exec(nameOrArn) ?? [];
  const region = named ?? ctx.config.region;
  await requireOwnFunction(ctx, { functionName: nameOrArn, accountId: accountId ?? null });
  const configuration = await readFunction(ctx, region, nameOrArn);
  const { FunctionName, FunctionArn } = configuration ?? {};
  if (FunctionName === undefined || FunctionArn === undefined) throw notFound(nameOrArn);
  return toOwnPlace(ctx, FunctionName, FunctionArn);
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

async function toOwnPlace(
  ctx: RequestContext,
  functionName: string,
  functionArn: string,
): Promise<FunctionPlace> {
  const [, , , region = "", owner = ""] = functionArn.split(":");
  const place = { functionName, functionArn, region, accountId: owner === "" ? null : owner };
  await requireOwnFunction(ctx, place);
  return place;
}
