import { z } from "zod";

export const noBody = z.undefined();
export const noQuery = z.object({});
/** The newest live snapshot where none is named. */
export const ofSnapshot = z.object({ snapshotId: z.string().optional() });

/** What every read has in common. */
export const read = { method: "GET", status: 200 } as const;
