import { setTimeout as delay } from "node:timers/promises";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { RequestContext } from "../../context";
import { findSnapshotRow } from "../../store/snapshot-store/snapshot-rows";
import { getSnapshot } from "./get-snapshot";

const LOOK_EVERY_MS = 100;

/**
 * Resolves when a snapshot is no longer being made, by whichever server makes it. Rejects when the client went away;
 * the snapshot is made all the same. Throws ApiError `not_found` where it was deleted meanwhile.
 */
export async function awaitSnapshot(ctx: RequestContext, id: string): Promise<SnapshotSummary> {
  for (;;) {
    // Its row alone: what was read of each capture is much more, and nobody looks at it until the end.
    const row = await findSnapshotRow(ctx.database.db, id);
    if (row?.status !== "collecting") return getSnapshot(ctx, id);
    await delay(LOOK_EVERY_MS, undefined, ctx.signal === undefined ? {} : { signal: ctx.signal });
  }
}
