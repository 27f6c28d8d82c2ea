import type { AliasConfiguration, FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { HandlerContext } from "../../../handler";
import { findByName } from "../../../world/find-by-name";
import type { LambdaFunction, RegionWorld } from "../../../world/world";
import { invalidParameterValue, resourceNotFound } from "../lambda-errors";
import { parseFunctionName } from "./parse-function-name";

export const LATEST = "$LATEST";

type FunctionInput = { FunctionName: string | undefined; Qualifier?: string | undefined };

/** The function of that plain name, if there is one. */
export function findFunction(regionWorld: RegionWorld, functionName: string): LambdaFunction | undefined {
  return findByName(regionWorld.functions, functionName, (fn) => getLatest(fn).FunctionName);
}

/** The function of that unqualified ARN, if there is one. */
export function findFunctionByArn(regionWorld: RegionWorld, functionArn: string): LambdaFunction | undefined {
  const fn = findFunction(regionWorld, functionArn.split(":")[6] ?? "");
  return fn !== undefined && getLatest(fn).FunctionArn === functionArn ? fn : undefined;
}

/** A version of a function by its number or `$LATEST`. */
export function findVersion(fn: LambdaFunction, version: string): FunctionConfiguration | undefined {
  return fn.versions.find((candidate) => candidate.Version === version);
}

/** An alias of a function by its name. */
export function findAlias(fn: LambdaFunction, name: string): AliasConfiguration | undefined {
  return fn.aliases?.find((alias) => alias.Name === name);
}

/** The one version that can change. Every function has it: that it lacks is a fault of the sandbox. */
export function getLatest(fn: LambdaFunction): FunctionConfiguration {
  const latest = findVersion(fn, LATEST);
  if (latest === undefined) throw new Error("A function of the sandbox has no $LATEST version.");
  return latest;
}

/** What a name and a qualifier refer to. Throws ResourceNotFoundException, with the qualifier in its text when given. */
export function getFunctionVersion(context: HandlerContext, input: FunctionInput) {
  const reference = parseFunctionName(context, input);
  const { functionName, functionArn, qualifier } = reference;
  const fn = findFunction(context.regionWorld, functionName);
  const alias = fn && qualifier !== undefined ? findAlias(fn, qualifier) : undefined;
  const configuration = fn && findVersion(fn, alias?.FunctionVersion ?? qualifier ?? LATEST);
  if (fn === undefined || configuration === undefined) {
    const suffix = qualifier === undefined ? "" : `:${qualifier}`;
    throw resourceNotFound(`Function not found: ${functionArn}${suffix}`);
  }
  return { ...reference, fn, configuration, alias };
}

/** The function that a change is asked for: versions and aliases cannot be changed. */
export function getChangeableFunction(context: HandlerContext, input: { FunctionName: string | undefined }) {
  const { qualifier } = parseFunctionName(context, input);
  if (qualifier !== undefined && qualifier !== LATEST) {
    throw invalidParameterValue(
      "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. Please specify either a function name or an unqualified function ARN.",
    );
  }
  return getFunctionVersion(context, input);
}
