import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import type { HandlerContext } from "../../../handler";
import type { LambdaFunction } from "../../../world/world";
import { provision } from "../lifecycle/provision";
import { UPDATE_IN_PROGRESS } from "../lifecycle/state-members";
import { getLatest } from "../names/get-function-version";
import { toLastModified } from "./to-configuration-changes";

/**
 * Shows `changes` at once, as AWS does, keeps what serves meanwhile, and starts the background phase. Call it only when
 * every validation has passed.
 */
export function beginUpdate(
  context: HandlerContext,
  fn: LambdaFunction,
  update: { functionArn: string; changes: FunctionConfiguration; isConnectionChanged: boolean },
): void {
  const latest = getLatest(fn);
  const at = context.clock.now();
  fn.serving = structuredClone(latest);
  Object.assign(latest, update.changes, UPDATE_IN_PROGRESS, {
    LastModified: toLastModified(at),
    RevisionId: context.ids.uuid(),
  });
  provision(context, {
    functionArn: update.functionArn,
    configuration: latest,
    phase: "update",
    isConnectionChanged: update.isConnectionChanged,
    at,
  });
}
