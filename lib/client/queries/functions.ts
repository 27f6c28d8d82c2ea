import { queryOptions } from "@tanstack/react-query";
import type { FunctionList } from "@/lib/contract/functions";
import { callApi } from "../call-api";

const PAGE_SIZE = 1000;

export interface OfSnapshot {
  /** The newest live snapshot where absent. */
  snapshotId?: string | undefined;
}

export const functionKeys = {
  all: ["functions"] as const,
  list: (of: OfSnapshot) => ["functions", "list", of.snapshotId ?? "live"] as const,
  detail: (name: string, of: OfSnapshot) => ["functions", "detail", of.snapshotId ?? "live", name] as const,
};

/** Every function of a snapshot: pages of 1,000, all of the snapshot that the first page came from. */
export const functionListQuery = (of: OfSnapshot = {}) =>
  queryOptions({
    queryKey: functionKeys.list(of),
    queryFn: ({ signal }) => listAllFunctions(of, signal),
  });

export const functionQuery = (name: string, of: OfSnapshot = {}) =>
  queryOptions({
    queryKey: functionKeys.detail(name, of),
    queryFn: ({ signal }) =>
      callApi("getFunction", { params: { name }, query: { snapshotId: of.snapshotId }, signal }),
  });

async function listAllFunctions({ snapshotId }: OfSnapshot, signal: AbortSignal): Promise<FunctionList> {
  const first = await callApi("listFunctions", { query: { snapshotId, limit: PAGE_SIZE }, signal });
  const items = [...first.items];
  let cursor = first.nextCursor;
  while (cursor !== null) {
    const query = { snapshotId: first.snapshotId, limit: PAGE_SIZE, cursor };
    const next = await callApi("listFunctions", { query, signal });
    items.push(...next.items);
    cursor = next.nextCursor;
  }
  return { ...first, items, nextCursor: null };
}
