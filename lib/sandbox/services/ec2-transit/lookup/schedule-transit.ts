import type { SandboxClock } from "../../../clock";
import { scheduleEvent } from "../../../world/settle-world";
import type { TransitPlace } from "./transit-place";

/** How long AWS takes, in seconds: from the creation logs of terraform-provider-aws's issues, rounded. */
export const TRANSIT_SECONDS = {
  gateway: 60,
  attachment: 60,
  routeTable: 20,
  link: 10,
  peering: 60,
} as const;

/** How long a deleted thing is still listed, as `deleted`. */
const REMEMBERED_SECONDS = 3600;

export interface TransitMoment extends TransitPlace {
  clock: SandboxClock;
  /** In a settler: when its event was due. */
  now?: number;
}

/** Lets something happen to a thing of `home`'s account after as long as AWS takes. */
export function scheduleTransit(
  moment: TransitMoment,
  event: { kind: string; subject: string; seconds: number; routeTableId?: string; home?: TransitPlace },
): void {
  const { world, clock, regionWorld } = moment;
  const { accountId, region } = event.home?.regionWorld ?? regionWorld;
  scheduleEvent(world, {
    dueAt: (moment.now ?? clock.now()) + clock.duration(event.seconds * 1000),
    kind: event.kind,
    accountId,
    region,
    subject: event.subject,
    ...(event.routeTableId === undefined ? {} : { data: { routeTableId: event.routeTableId } }),
  });
}

/** Lets a deleted thing vanish from the lists. */
export function scheduleForgetting(moment: TransitMoment, subject: string): void {
  scheduleTransit(moment, { kind: "transit-forgotten", subject, seconds: REMEMBERED_SECONDS });
}
