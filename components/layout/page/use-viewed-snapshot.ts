"use client";

import { useQueryState } from "nuqs";

/** The snapshot named in the URL; undefined means the newest live one. */
export function useViewedSnapshotId(): string | undefined {
  const [snapshotId] = useQueryState("snapshotId");
  return snapshotId ?? undefined;
}
