import { toAwsFailure } from "../aws/errors/aws-failure";
import { getCallerIdentity } from "../aws/sts";
import type { ServerContext } from "../context";
import { repeat } from "../repeat";
import { findNewestLive, listSnapshotRows } from "../store/snapshot-store/snapshot-rows";
import { requestCollection } from "./request-collection";

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 60_000;

/**
 * While no live snapshot was ever read because AWS could not be reached, asks AWS now and then who the caller is (the
 * one call that needs no right) and reads again once it answers: the app comes to life by itself when credentials or
 * network do, and failed snapshots do not pile up. Stops for good at the first snapshot that is ready.
 */
export function retryFirstCollection(
  ctx: ServerContext,
  { firstDelayMs = FIRST_DELAY_MS }: { firstDelayMs?: number } = {},
): { stop: () => Promise<void> } {
  const stopped = new AbortController();
  const repeating = repeat({
    delayMs: (runs) => Math.min(firstDelayMs * 2 ** runs, LONGEST_DELAY_MS),
    run: () => lookOnce(ctx, stopped.signal),
    onError: (error) => {
      ctx.log.warn("first reading not tried again", { reason: String(error) });
    },
  });
  return {
    stop: async () => {
      stopped.abort();
      await repeating.stop();
    },
  };
}

/** True where nothing is left to do. */
async function lookOnce(ctx: ServerContext, signal: AbortSignal): Promise<boolean> {
  const { db } = ctx.database;
  if ((await findNewestLive(db)) !== undefined) return true;
  const latest = (await listSnapshotRows(db)).find(({ source }) => source === "live");
  // One that is being made may still fail; one that somebody canceled or deleted is not wanted.
  if (latest === undefined || latest.status === "canceled") return true;
  if (latest.status === "collecting" || !(await isReachable(ctx, signal))) return false;
  await requestCollection(ctx, {
    regions: latest.regions,
    actor: "system",
    correlationId: ctx.ids.uuid(),
  });
  return false;
}

async function isReachable(ctx: ServerContext, signal: AbortSignal): Promise<boolean> {
  try {
    await getCallerIdentity({ aws: ctx.aws, signal });
    return true;
  } catch (error) {
    // Denied says that AWS was reached and knows who asks.
    return toAwsFailure(error).kind === "denied";
  }
}
