import type { HandlerContext } from "../../../handler";
import { scheduleEvent } from "../../../world/settle-world";
import type { ScheduledEvent } from "../../../world/world";

/** Lets something happen to a resource of this region after as long as AWS takes. `now` is a settler's moment. */
export function scheduleInRegion(
  context: Pick<HandlerContext, "world" | "regionWorld" | "clock"> & { now?: number },
  event: Pick<ScheduledEvent, "kind" | "subject" | "data"> & { afterMs: number },
): void {
  const { world, regionWorld, clock } = context;
  const { afterMs, ...rest } = event;
  scheduleEvent(world, {
    ...rest,
    accountId: regionWorld.accountId,
    region: regionWorld.region,
    dueAt: (context.now ?? clock.now()) + clock.duration(afterMs),
  });
}
