import type { ScheduledEvent, World } from "../world/world";

/** Removes the scheduled events that `isCanceled` picks. */
export function cancelEvents(world: World, isCanceled: (event: ScheduledEvent) => boolean): void {
  for (let index = world.scheduled.length - 1; index >= 0; index -= 1) {
    const event = world.scheduled[index];
    if (event !== undefined && isCanceled(event)) world.scheduled.splice(index, 1);
  }
}
