import type { SnapshotSummary } from "@/lib/contract/snapshots";

export interface LiveReading {
  /** The newest live snapshot that is complete. */
  ready: SnapshotSummary | undefined;
  /** The one being read now. */
  collecting: SnapshotSummary | undefined;
  /** Set where the newest try failed after the newest ready one. */
  failed: SnapshotSummary | undefined;
}

/** What the live snapshots, newest first, say about how fresh the app's view is. */
export function findLiveReading(items: readonly SnapshotSummary[]): LiveReading {
  const live = items.filter((item) => item.source === "live");
  const isBefore = (left: SnapshotSummary, right: SnapshotSummary) =>
    live.indexOf(left) < live.indexOf(right);
  const ready = live.find((item) => item.status === "ready");
  const collecting = live.find((item) => item.status === "collecting");
  const lastFailed = live.find((item) => item.status === "failed");
  const failed = lastFailed && (ready === undefined || isBefore(lastFailed, ready)) ? lastFailed : undefined;
  return { ready, collecting, failed };
}

/** 0 to 1; undefined while the whole is not known. */
export function progressFraction(snapshot: Pick<SnapshotSummary, "progress">): number | undefined {
  const progress = snapshot.progress;
  if (progress === undefined) return undefined;
  if (progress.callsTotal > 0) return progress.callsDone / progress.callsTotal;
  if (progress.bytesTotal !== undefined && progress.bytesTotal > 0)
    return (progress.bytesDone ?? 0) / progress.bytesTotal;
  return undefined;
}
