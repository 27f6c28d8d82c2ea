import type { ScheduledEvent, World } from "../world/world";

/** Adds an event, keeping `world.scheduled` ordered by `dueAt`; events due at one time stay in the order they came. */
export function scheduleEvent(world: World, event: ScheduledEvent): void {
  const index = world.scheduled.findIndex((other) => other.dueAt > event.dueAt);
  if (index === -1) world.scheduled.push(event);
  else world.scheduled.splice(index, 0, event);
}
