import type { ServerContext } from "../context";
import { placeChunks } from "../store/snapshot-store/place-parts";
import { insertCapture, updateCapture } from "../store/snapshot-store/save-capture";
import { writeChunks } from "../store/snapshot-store/write-chunks";
import { toReaderPlace, type Place } from "./places";
import { limitConcurrency } from "./reading/limit-concurrency";
import type { CollectProgress } from "./reading/reading";
import type { RegionRead } from "./reading/region-reader";
import { loadKnownStates } from "./refresh/known-states";

export interface RegionCollection {
  snapshotId: string;
  place: Place;
  /** The newest live snapshot, for the states it knows. */
  newestId: string | undefined;
  share: number | undefined;
  signal: AbortSignal;
  onProgress: (progress: CollectProgress) => void;
}

/** Functions never read come 50 at a time, GetFunction's burst at half its bucket; more are read when somebody looks. */
const STATE_LIMITS = { mostUnknown: 50, mostChanged: 1_000 };

/**
 * Reads one region of an account into a snapshot that is being made. Each call is stored when it was read,
 * so that little is left to do at the end. When it ends, either way, nothing more is written.
 */
export async function collectRegion(ctx: ServerContext, collection: RegionCollection): Promise<RegionRead> {
  const { snapshotId, place, newestId, share, signal, onProgress } = collection;
  const id = ctx.ids.uuid();
  const capturedAt = ctx.clock.now().toISOString();
  const { accountId, region } = place;
  await insertCapture(ctx.database.db, { id, snapshotId, accountId, region, capturedAt, coverage: [] });
  const known = await loadKnownStates(ctx.database, newestId, place);
  const inTurn = limitConcurrency(1);
  try {
    const read = await ctx.reader.read(
      { ...toReaderPlace(place), share, states: { known, limits: STATE_LIMITS } },
      {
        signal,
        onProgress,
        onCall: ({ resourceKey, chunks = [] }) =>
          inTurn(() => {
            signal.throwIfAborted();
            return writeChunks(ctx.database, id, placeChunks(resourceKey, chunks));
          }),
      },
    );
    const named = { ...read, accountId: read.accountId ?? accountId };
    await updateCapture(ctx.database.db, id, named);
    return named;
  } finally {
    await inTurn(() => Promise.resolve());
  }
}
