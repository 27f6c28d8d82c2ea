import type { InterfaceContext } from "./interface-context";
import { scheduleEvent } from "../world/settle-world";
import { cancelEvents } from "./cancel-events";

/** Lambda reclaims a VPC function's resources after 14 days without an invocation (configuration-vpc). */
export const IDLE_AFTER_MS = 14 * 24 * 60 * 60_000;

/**
 * Has a function looked at when it would have been idle for 14 days, counted in the sandbox's own days: idleness is a
 * span of the calendar, not a process of AWS's that `speed` shortens. One look per function is pending at any time.
 */
export function watchIdleness(
  context: InterfaceContext,
  watch: { functionArn: string; lastInvokedAt: number },
): void {
  const { world, regionWorld } = context;
  cancelEvents(world, (event) => event.kind === "lambda-idle" && event.subject === watch.functionArn);
  scheduleEvent(world, {
    kind: "lambda-idle",
    accountId: regionWorld.accountId,
    region: regionWorld.region,
    subject: watch.functionArn,
    dueAt: watch.lastInvokedAt + IDLE_AFTER_MS,
  });
}
