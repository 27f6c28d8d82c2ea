import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { SnapshotComparison } from "@/lib/contract/snapshot-comparison";
import { callApi } from "../call-api";

/** What the API gives at most at once: 230 kB of small changes. */
const PAGE_SIZE = 1000;

export interface ComparisonFilter {
  kind?: string | undefined;
  change?: SnapshotComparison["items"][number]["change"] | undefined;
  q?: string | undefined;
}

function fetchChanges(
  id: string,
  withId: string,
  { filter, cursor, signal }: { filter: ComparisonFilter; cursor: string | null; signal?: AbortSignal },
) {
  return callApi("compareSnapshots", {
    params: { id },
    query: { with: withId, ...filter, limit: PAGE_SIZE, cursor: cursor ?? undefined },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** Every change that meets the filter, for an export. */
export async function readAllChanges(
  id: string,
  withId: string,
  filter: ComparisonFilter,
): Promise<SnapshotComparison["items"]> {
  const items: SnapshotComparison["items"] = [];
  let cursor: string | null = null;
  do {
    const page: SnapshotComparison = await fetchChanges(id, withId, { filter, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

/** What differs in snapshot `id` from snapshot `withId`, a page of resources at a time. Snapshots never change. */
export const comparisonQuery = (id: string, withId: string, filter: ComparisonFilter) =>
  infiniteQueryOptions({
    queryKey: ["snapshots", "compare", id, withId, filter],
    queryFn: ({ pageParam, signal }) => fetchChanges(id, withId, { filter, cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Infinity,
  });

/** Which verdicts differ in snapshot `id` from snapshot `withId`, of one VPC or of all. */
export const verdictComparisonQuery = (id: string, withId: string, vpcId: string | undefined) =>
  queryOptions({
    queryKey: ["snapshots", "compare", "verdicts", id, withId, vpcId ?? "all"],
    queryFn: ({ signal }) =>
      callApi("compareVerdicts", { params: { id }, query: { with: withId, vpcId }, signal }),
    staleTime: Infinity,
  });
