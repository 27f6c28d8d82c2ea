import type { SnapshotSummary } from "@/lib/contract/snapshots";

export type NowState =
  | { kind: "loading" }
  | { kind: "error"; error: Error }
  | { kind: "reading"; snapshot: SnapshotSummary }
  | { kind: "ready" }
  /** Stopped by somebody, or failed. */
  | { kind: "ended"; wasStopped: boolean; message: string };

/** How far the reading of now has come, as the page shows it. */
export function getNowState({
  data,
  error,
}: {
  data: SnapshotSummary | undefined;
  error: Error | null;
}): NowState {
  if (!data) return error ? { kind: "error", error } : { kind: "loading" };
  switch (data.status) {
    case "collecting":
      return { kind: "reading", snapshot: data };
    case "ready":
      return { kind: "ready" };
    case "failed":
      return { kind: "ended", wasStopped: false, message: data.error ?? "Why is not known." };
    case "canceled":
      return {
        kind: "ended",
        wasStopped: true,
        message: "Nothing of it was kept, so there is no now to compare with.",
      };
  }
}
