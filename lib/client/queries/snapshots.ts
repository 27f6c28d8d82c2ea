import { queryOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";

export const snapshotKeys = {
  all: ["snapshots"] as const,
  list: () => ["snapshots", "list"] as const,
  detail: (id: string) => ["snapshots", "detail", id] as const,
};

/** Newest first. Kept fresh by events. */
export const snapshotListQuery = () =>
  queryOptions({
    queryKey: snapshotKeys.list(),
    queryFn: ({ signal }) => callApi("listSnapshots", { signal }),
  });

export const snapshotQuery = (id: string) =>
  queryOptions({
    queryKey: snapshotKeys.detail(id),
    queryFn: ({ signal }) => callApi("getSnapshot", { params: { id }, signal }),
  });
