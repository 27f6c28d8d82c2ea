import type { ScheduledEvent, World } from "../world/world";

/** Adds an event, keeping `world.scheduled` ordered by `dueAt`; events due at the same time keep their order. */
export function scheduleEvent(world: World, event: ScheduledEvent): void {
  const index = world.scheduled.findLastIndex((other) => other.dueAt <= event.dueAt);
  world.scheduled.splice(index + 1, 0, event);
}

/** Removes the events that `isCanceled` picks. */
export function cancelEvents(world: World, isCanceled: (event: ScheduledEvent) => boolean): void {
  for (let index = world.scheduled.length - 1; index >= 0; index -= 1) {
    const event = world.scheduled[index];
    if (event !== undefined && isCanceled(event)) world.scheduled.splice(index, 1);
  }
}
