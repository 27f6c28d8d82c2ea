import { setTimeout as delay } from "node:timers/promises";
import type { ServerContext } from "../../context";
import { findNewestLive } from "../../store/snapshot-store/snapshot-rows";
import { limitConcurrency } from "../reading/limit-concurrency";
import { readTouched } from "./read-touched";
import { requestCollection } from "../request-collection";
import { saveTouched } from "./save-touched";

export interface RefreshInput {
  region: string;
  /** Without a qualifier. */
  functionArn: string;
  signal?: AbortSignal;
}

const MAX_ATTEMPTS = 8;
/** Within this process refreshes take turns; between processes the store tells who came too late. */
const inTurn = limitConcurrency(1);

/**
 * Re-reads what a change of a function touches (functions, its state, interfaces, subnets) into a new live snapshot
 * that shares everything else with the newest one. When it resolves, reads no longer show the world before the change.
 * Gives the new snapshot's id, or that of a whole reading that was begun, where no live snapshot holds the region.
 * Rejects with the SDK's error where AWS cannot be reached, and with the signal's reason.
 */
export async function refreshTouched(ctx: ServerContext, input: RefreshInput): Promise<string> {
  return inTurn(async () => {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const base = await findNewestLive(ctx.database.db);
      if (base === undefined || !base.regions.includes(input.region))
        return readWhole(ctx, input, base?.regions);
      const touched = await readTouched(ctx, input);
      const id = await saveTouched(ctx, base, touched);
      if (id !== undefined) return id;
      // Another snapshot came between: it may have been read later than this one, so this one is read again.
      await delay(attempt * 50, undefined, input.signal === undefined ? {} : { signal: input.signal });
    }
    throw new Error("The newest snapshot changed each time that it was refreshed.");
  });
}

async function readWhole(
  ctx: ServerContext,
  { region }: RefreshInput,
  regions: readonly string[] = [],
): Promise<string> {
  const { id } = await requestCollection(ctx, {
    regions: [...regions, region],
    actor: "system",
    correlationId: ctx.ids.uuid(),
  });
  return id;
}
