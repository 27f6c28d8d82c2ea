import type { AliasConfiguration, AliasRoutingConfiguration } from "@aws-sdk/client-lambda";
import type { LambdaFunction } from "../../../world/world";
import { invalidParameterValue, resourceNotFound } from "../lambda-errors";
import { findVersion, LATEST } from "../names/get-function-version";

/** Throws ResourceNotFoundException or InvalidParameterValueException for versions that an alias cannot lead to. */
export function checkRouting(
  fn: LambdaFunction,
  functionArn: string,
  alias: { version: string; routing: AliasRoutingConfiguration | undefined },
): void {
  const weights = Object.entries(alias.routing?.AdditionalVersionWeights ?? {});
  for (const version of [alias.version, ...weights.map(([other]) => other)]) {
    if (findVersion(fn, version) === undefined) {
      throw resourceNotFound(`Function not found: ${functionArn}:${version}`);
    }
  }
  if (weights.length > 1) {
    throw invalidParameterValue("Number of items in AdditionalVersionWeights cannot be greater than 1");
  }
  for (const [version, weight] of weights) {
    if (alias.version === LATEST || version === LATEST) {
      throw invalidParameterValue("$LATEST is not supported for an alias pointing to more than 1 version");
    }
    if (version === alias.version) {
      throw invalidParameterValue(
        `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
      );
    }
    if (weight < 0 || weight > 1) throw invalidParameterValue("Weights must be between 0 and 1");
  }
}

/** The version that one call by an alias runs; `share` is in [0, 1). */
export function routedVersion(alias: AliasConfiguration, share: number): string {
  const [other] = Object.entries(alias.RoutingConfig?.AdditionalVersionWeights ?? {});
  return other !== undefined && share < other[1] ? other[0] : (alias.FunctionVersion ?? LATEST);
}
