import type { DeleteFunctionRequest, DeleteFunctionResponse } from "@aws-sdk/client-lambda";
import type { Handler, HandlerContext } from "../../../handler";
import { cancelEvents } from "../../../lambda-interfaces/cancel-events";
import { toInterfacePairs } from "../../../lambda-interfaces/interface-key";
import { releaseLambdaInterfaces } from "../../../lambda-interfaces/release-lambda-interfaces";
import type { LambdaFunction } from "../../../world/world";
import { invalidParameterValue, resourceConflict } from "../lambda-errors";
import { getFunctionVersion, LATEST } from "../names/get-function-version";

/**
 * Deletes a function with all its versions, or the version that the qualifier names; answers 204, as observed. Allowed
 * in every state. Its interfaces go some twenty minutes later, when nothing else holds them.
 */
export const deleteFunction: Handler<DeleteFunctionRequest, DeleteFunctionResponse> = (context, input) => {
  const { fn, configuration, functionArn, qualifier, alias } = getFunctionVersion(context, input);
  if (qualifier === LATEST) {
    throw invalidParameterValue("$LATEST version cannot be deleted without deleting the function.");
  }
  if (alias !== undefined) {
    throw invalidParameterValue(`An alias is deleted with DeleteAlias: ${qualifier ?? ""}`);
  }
  checkUnreferenced(fn, qualifier);
  const removed =
    qualifier === undefined
      ? removeFunction(context, fn, functionArn)
      : removeVersion(context, fn, { functionArn, version: qualifier });
  releaseLambdaInterfaces(context, {
    pairs: removed.flatMap((version) => toInterfacePairs(version.VpcConfig)),
    roleArn: configuration.Role ?? "",
    at: context.clock.now(),
  });
  return { StatusCode: 204 };
};

function checkUnreferenced(fn: LambdaFunction, version: string | undefined): void {
  const names = (fn.aliases ?? []).flatMap((alias) => {
    const versions = [
      alias.FunctionVersion,
      ...Object.keys(alias.RoutingConfig?.AdditionalVersionWeights ?? {}),
    ];
    return version !== undefined && versions.includes(version) ? (alias.Name ?? []) : [];
  });
  if (names.length === 0) return;
  throw resourceConflict(
    `Unable to delete version because the following aliases reference it: [${names.join(", ")}]`,
  );
}

function removeFunction(context: HandlerContext, fn: LambdaFunction, functionArn: string) {
  const { world, regionWorld } = context;
  regionWorld.functions.splice(regionWorld.functions.indexOf(fn), 1);
  cancelEvents(world, (event) => event.subject === functionArn);
  return fn.serving === undefined ? fn.versions : [...fn.versions, fn.serving];
}

function removeVersion(
  context: HandlerContext,
  fn: LambdaFunction,
  removal: { functionArn: string; version: string },
) {
  const { functionArn, version } = removal;
  const index = fn.versions.findIndex((candidate) => candidate.Version === version);
  cancelEvents(
    context.world,
    (event) => event.subject === functionArn && event.data?.["version"] === version,
  );
  return fn.versions.splice(index, 1);
}
