"use client";

import { useCallback, useEffect, useMemo } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useDebounced } from "@/components/ui/form/use-debounced";
import { comparisonQuery } from "@/lib/client/queries/comparison";
import { resourceKey, toChangeRows } from "./change-rows";
import type { CompareUrl } from "./use-compare-url";

/** The changes that meet the filter, a page at a time; all of them where they are sorted, or where a link opens a later one. */
export function useChanges(id: string, withId: string, { values, sort }: CompareUrl) {
  const { kind, change, q, open } = values;
  const filter = { kind: kind ?? undefined, change: change ?? undefined, q: useDebounced(q, q, 200) };
  const query = useInfiniteQuery({
    ...comparisonQuery(id, withId, filter),
    placeholderData: (before) => (before?.pages[0]?.withId === withId ? before : undefined),
  });
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const rows = useMemo(() => toChangeRows(items), [items]);
  const isOpenKnown = open === null || items.some((item, index) => resourceKey(item, index) === open);
  const mayReadOn = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  const isAllWanted = sort !== null || !isOpenKnown;
  // A part of them in order would say that others are not there; the rest is read when it is asked for.
  useEffect(() => {
    if (isAllWanted && mayReadOn) void fetchNextPage();
  }, [isAllWanted, mayReadOn, fetchNextPage]);
  const readOn = useCallback(() => {
    if (mayReadOn) void fetchNextPage();
  }, [mayReadOn, fetchNextPage]);
  return { query, first: data?.pages[0], items, rows, isReadingAll: isAllWanted && hasNextPage, readOn };
}
