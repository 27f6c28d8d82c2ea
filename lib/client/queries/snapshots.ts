import { queryOptions } from "@tanstack/react-query";
import { endpoints } from "@/lib/contract/endpoints";
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
    queryFn: ({ signal }) => callApi(endpoints.listSnapshots, { signal }),
  });

export const snapshotQuery = (id: string) =>
  queryOptions({
    queryKey: snapshotKeys.detail(id),
    queryFn: ({ signal }) => callApi(endpoints.getSnapshot, { params: { id }, signal }),
  });
