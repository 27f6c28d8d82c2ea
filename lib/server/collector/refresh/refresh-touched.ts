import { setTimeout as delay } from "node:timers/promises";
import type { ServerContext } from "../../context";
import { listCaptures, type StoredCapture } from "../../store/snapshot-store/load-captures";
import { findNewestLive, type SnapshotRow } from "../../store/snapshot-store/snapshot-rows";
import { findPlace } from "../places";
import { limitConcurrency } from "../reading/limit-concurrency";
import { requestCollection, toUsualAccounts } from "../request-collection";
import { tryApplyRetention } from "../retention/apply-retention";
import { readAgain, TOUCHED_KEYS } from "./read-again";
import { saveReread } from "./save-reread";

export interface RefreshInput {
  region: string;
  /** Without a qualifier. */
  functionArn: string;
  signal?: AbortSignal;
}

const MAX_ATTEMPTS = 8;
/** Within this process refreshes take turns; between processes the store tells who came too late. */
const inTurn = limitConcurrency(1);
/** Of states the one function's only. */
const NO_OTHERS = { mostUnknown: 0, mostChanged: 0 };

/**
 * Re-reads what a change of a function touches (functions, its state, interfaces, subnets) into a new live snapshot
 * that shares everything else with the newest one. When it resolves, reads no longer show the world before the change.
 * Gives the new snapshot's id, or that of a whole reading that was begun, where no live snapshot holds the region.
 * Rejects with the SDK's error where AWS cannot be reached, and with the signal's reason.
 */
export async function refreshTouched(ctx: ServerContext, input: RefreshInput): Promise<string> {
  const { functionArn, signal } = input;
  return inTurn(async () => {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const base = await findNewestLive(ctx.database.db);
      const capture = base && (await findCapture(ctx, base.id, input));
      if (base === undefined || capture === undefined) return readWhole(ctx, input, base);
      const always = [functionArn];
      const reread = await readAgain(ctx, base, {
        place: await findPlace(ctx, capture, signal),
        captureId: capture.id,
        signal,
        keys: TOUCHED_KEYS,
        limits: NO_OTHERS,
        always,
      });
      const id = await saveReread(ctx, { base, newestId: base.id }, [reread]);
      if (id !== undefined) {
        await tryApplyRetention(ctx);
        return id;
      }
      // Another snapshot came between: it may have been read later than this one, so this one is read again.
      await delay(attempt * 50, undefined, signal === undefined ? {} : { signal });
    }
    throw new Error("The newest snapshot changed each time that it was refreshed.");
  });
}

/** What the snapshot holds of the function's account and region. */
async function findCapture(
  ctx: ServerContext,
  snapshotId: string,
  { region, functionArn }: RefreshInput,
): Promise<StoredCapture | undefined> {
  const owner = functionArn.split(":")[4];
  const captures = (await listCaptures(ctx.database.db, snapshotId)).filter(
    (capture) => capture.region === region,
  );
  return captures.find(({ accountId }) => accountId === null || accountId === owner);
}

async function readWhole(
  ctx: ServerContext,
  { region }: RefreshInput,
  base: SnapshotRow | undefined,
): Promise<string> {
  const { id } = await requestCollection(ctx, {
    regions: [...(base?.regions ?? []), region],
    accountIds: base === undefined ? undefined : toUsualAccounts(base),
    actor: "system",
    correlationId: ctx.ids.uuid(),
  });
  return id;
}
