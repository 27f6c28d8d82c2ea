import type { VpcBlockPublicAccessExclusionState } from "@aws-sdk/client-ec2";
import type { Settlers } from "../../../../world/settle-world";
import { scheduleInRegion } from "../../requests/schedule-in-region";

/** How long a deleted exclusion is still listed. AWS gives no figure. */
const REMEMBERED_MS = 3_600_000;

const NEXT: Readonly<Record<string, VpcBlockPublicAccessExclusionState>> = {
  "create-in-progress": "create-complete",
  "update-in-progress": "update-complete",
  "delete-in-progress": "delete-complete",
};

/** What happens to the blocking of public access by itself. An exclusion's event has its id for a subject. */
export const blockPublicAccessSettlers: Settlers = {
  "block-public-access-updated": ({ regionWorld }) => {
    regionWorld.controls.blockPublicAccess.State = "update-complete";
  },
  "block-public-access-exclusion-settled": (context, event) => {
    const exclusion = context.regionWorld.controls.blockPublicAccessExclusions.find(
      (candidate) => candidate.ExclusionId === event.subject,
    );
    const next = NEXT[exclusion?.State ?? ""];
    if (exclusion === undefined || next === undefined) return;
    exclusion.State = next;
    if (next !== "delete-complete") return;
    exclusion.DeletionTimestamp = new Date(context.now);
    const { subject } = event;
    scheduleInRegion(context, {
      kind: "block-public-access-exclusion-forgotten",
      subject,
      afterMs: REMEMBERED_MS,
    });
  },
  "block-public-access-exclusion-forgotten": ({ regionWorld: { controls } }, event) => {
    controls.blockPublicAccessExclusions = controls.blockPublicAccessExclusions.filter(
      (exclusion) => exclusion.ExclusionId !== event.subject,
    );
  },
};
