import type { ServerContext } from "../context";
import { findNewestLive } from "../store/snapshot-store/snapshot-rows";
import { collectRegion } from "./collect-region";
import type { FollowedSnapshot } from "./follow-snapshot";
import type { Place } from "./places";
import { limitConcurrency } from "./reading/limit-concurrency";
import type { CollectProgress } from "./reading/reading";
import type { RegionRead } from "./reading/region-reader";

/** Nobody has anything to look at until the first reading ends; it leaves AWS's rates 15 % of slack, not half. */
const FIRST_SHARE = 0.85;
/** Each place has AWS's rates to itself, but all share one thread, and hold what is not stored yet in memory. */
export const PLACES_AT_ONCE = 8;

export interface PlacesReading {
  snapshotId: string;
  places: readonly Place[];
  followed: FollowedSnapshot;
  signal: AbortSignal;
}

/** Reads all of some accounts and regions into a snapshot that is being made, a capture each, in their order. */
export async function collectPlaces(
  ctx: ServerContext,
  { snapshotId, places, followed, signal }: PlacesReading,
): Promise<RegionRead[]> {
  const report = reportTo(followed, places.length);
  const newestId = (await findNewestLive(ctx.database.db))?.id;
  const share = newestId === undefined ? FIRST_SHARE : undefined;
  const limit = limitConcurrency(PLACES_AT_ONCE);
  return Promise.all(
    places.map((place) =>
      limit(async () => {
        signal.throwIfAborted();
        const onProgress = (progress: CollectProgress) => {
          report.progress(place, progress);
        };
        const read = await collectRegion(ctx, { snapshotId, place, newestId, share, signal, onProgress });
        report.done();
        return read;
      }),
    ),
  );
}

export interface PlacesReport {
  progress(place: Place, progress: CollectProgress): void;
  /** One of the places is read. */
  done(): void;
}

/** Adds up what the places of one snapshot report. */
export function reportTo(followed: FollowedSnapshot, capturesTotal: number): PlacesReport {
  const progress = new Map<Place, CollectProgress>();
  let capturesDone = 0;
  const tell = (currentCall: string | undefined) => {
    const captures = capturesTotal > 1 ? { capturesDone, capturesTotal } : {};
    followed.report({ ...sum([...progress.values()], currentCall), ...captures });
  };
  return {
    progress: (place, one) => {
      progress.set(place, one);
      tell(one.currentCall);
    },
    done: () => {
      capturesDone += 1;
      tell(undefined);
    },
  };
}

function sum(all: readonly CollectProgress[], currentCall: string | undefined): CollectProgress {
  const total = (key: "callsDone" | "callsTotal" | "items" | "requests" | "retries" | "throttled") =>
    all.reduce((count, one) => count + (one[key] ?? 0), 0);
  return {
    callsDone: total("callsDone"),
    callsTotal: total("callsTotal"),
    items: total("items"),
    requests: total("requests"),
    retries: total("retries"),
    throttled: total("throttled"),
    ...(currentCall === undefined ? {} : { currentCall }),
  };
}
