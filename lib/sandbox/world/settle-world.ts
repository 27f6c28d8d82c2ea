import type { HandlerContext } from "../handler";
import type { RegionWorld, ScheduledEvent, World } from "./world";

/** What a settler may use. `now` is when the event was due: after a jump of the clock it lies in the past. */
export interface SettleContext {
  world: World;
  regionWorld: RegionWorld;
  clock: HandlerContext["clock"];
  ids: HandlerContext["ids"];
  now: number;
}

/** Event kind -> what happens to the world when such an event is due. Each service exports one such table. */
export type Settlers = Readonly<Record<string, (context: SettleContext, event: ScheduledEvent) => void>>;

/** Adds an event, keeping `world.scheduled` ordered by `dueAt`; events due at one time stay in the order they came. */
export function scheduleEvent(world: World, event: ScheduledEvent): void {
  // From the end: most are due later than what is there.
  const index = world.scheduled.findLastIndex((other) => other.dueAt <= event.dueAt);
  world.scheduled.splice(index + 1, 0, event);
}

/**
 * Runs every event that is due, in order, and returns how many ran. An event that a settler schedules runs in the same
 * call when it is due too, so that days skipped by the clock happen one after the other.
 */
export function settleWorld(
  settlers: Settlers,
  context: Pick<SettleContext, "world" | "clock" | "ids"> & {
    regionWorld: (accountId: string, region: string) => RegionWorld;
    onUnknownKind?: (event: ScheduledEvent) => void;
    /** Without it a settler's error goes on to the caller; either way its event is gone. */
    onError?: (event: ScheduledEvent, error: unknown) => void;
  },
): number {
  const { world, clock, ids } = context;
  let ran = 0;
  for (let event = world.scheduled[0]; event && event.dueAt <= clock.now(); event = world.scheduled[0]) {
    world.scheduled.shift();
    ran += 1;
    const settle = settlers[event.kind];
    if (settle === undefined) {
      context.onUnknownKind?.(event);
      continue;
    }
    try {
      const regionWorld = context.regionWorld(event.accountId, event.region);
      settle({ world, regionWorld, clock, ids, now: event.dueAt }, event);
    } catch (error) {
      if (context.onError === undefined) throw error;
      context.onError(event, error);
    }
  }
  return ran;
}
