import type { Settlers } from "../../../world/settle-world";
import type { TransitPrefixListReference } from "../../../world/transit-world";
import type { RegionWorld, ScheduledEvent } from "../../../world/world";

function find({ transit }: RegionWorld, event: ScheduledEvent): TransitPrefixListReference | undefined {
  return transit.prefixListReferences.find(
    (reference) =>
      reference.prefixListId === event.subject && reference.routeTableId === event.data?.["routeTableId"],
  );
}

/** What happens by itself to the references of prefix lists. */
export const transitRouteSettlers: Settlers = {
  "transit-prefix-list-available": ({ regionWorld }, event) => {
    const reference = find(regionWorld, event);
    if (reference?.state === "pending" || reference?.state === "modifying") reference.state = "available";
  },
  "transit-prefix-list-removed": ({ regionWorld }, event) => {
    const { transit } = regionWorld;
    const reference = find(regionWorld, event);
    if (reference?.state !== "deleting") return;
    transit.prefixListReferences = transit.prefixListReferences.filter((other) => other !== reference);
  },
};
