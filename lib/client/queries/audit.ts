import { infiniteQueryOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";

/** Newest first, 100 at a time. */
export const auditQuery = () =>
  infiniteQueryOptions({
    queryKey: ["audit"],
    queryFn: ({ pageParam, signal }) =>
      callApi("listAudit", { query: { limit: 100, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
