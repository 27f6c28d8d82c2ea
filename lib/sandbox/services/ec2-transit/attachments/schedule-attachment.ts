import { scheduleTransit, TRANSIT_SECONDS, type TransitMoment } from "../lookup/schedule-transit";
import type { TransitPlace } from "../lookup/transit-place";

/** A VPC attachment that is pending or modifying will be available; `home` is where it is kept. */
export function scheduleAvailable(moment: TransitMoment, attachmentId: string, home?: TransitPlace): void {
  scheduleTransit(moment, {
    kind: "transit-vpc-attachment-available",
    subject: attachmentId,
    seconds: TRANSIT_SECONDS.attachment,
    ...(home === undefined ? {} : { home }),
  });
}
