import { toInterfacePairs } from "../../../lambda-interfaces/interface-key";
import { releaseLambdaInterfaces } from "../../../lambda-interfaces/release-lambda-interfaces";
import { IDLE_AFTER_MS, watchIdleness } from "../../../lambda-interfaces/watch-idleness";
import type { SettleContext } from "../../../world/settle-world";
import type { ScheduledEvent } from "../../../world/world";
import { findFunctionByArn } from "../names/get-function-version";
import { INACTIVE_IDLE } from "./state-members";

/**
 * Settles `lambda-idle`: after 14 days without an invocation every version in a VPC becomes `Inactive` and its interfaces
 * are reclaimed, unless an awake function shares them. One that ran meanwhile, or is being changed, is looked at later.
 */
export function putIdleFunctionToSleep(context: SettleContext, event: ScheduledEvent): void {
  const { now, regionWorld } = context;
  const fn = findFunctionByArn(regionWorld, event.subject);
  if (fn === undefined) return;
  const attached = fn.versions.filter((version) => toInterfacePairs(version.VpcConfig).length > 0);
  const isBusy = fn.versions.some(
    (version) => version.State === "Pending" || version.LastUpdateStatus === "InProgress",
  );
  if (attached.length === 0) return;
  if (isBusy || now < fn.lastInvokedAt + IDLE_AFTER_MS) {
    watchIdleness(context, { functionArn: event.subject, lastInvokedAt: isBusy ? now : fn.lastInvokedAt });
    return;
  }
  const asleep = attached.filter((version) => version.State === "Active");
  for (const version of asleep) Object.assign(version, INACTIVE_IDLE);
  releaseLambdaInterfaces(context, {
    pairs: asleep.flatMap((version) => toInterfacePairs(version.VpcConfig)),
    roleArn: fn.versions[0]?.Role ?? "",
    at: now,
  });
}
