import { setTimeout as delay } from "node:timers/promises";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import type { RequestContext } from "../../context";
import { getSnapshot } from "./get-snapshot";

const LOOK_EVERY_MS = 100;

/**
 * Resolves when a snapshot is no longer being made, by whichever server makes it. Rejects when the client went away;
 * the snapshot is made all the same. Throws ApiError `not_found` where it was deleted meanwhile.
 */
export async function awaitSnapshot(ctx: RequestContext, id: string): Promise<SnapshotSummary> {
  for (;;) {
    const snapshot = await getSnapshot(ctx, id);
    if (snapshot.status !== "collecting") return snapshot;
    await delay(LOOK_EVERY_MS, undefined, ctx.signal === undefined ? {} : { signal: ctx.signal });
  }
}
