import { queryOptions } from "@tanstack/react-query";
import { callApi } from "../call-api";

export const operationKeys = {
  all: ["operations"] as const,
  lists: () => ["operations", "list"] as const,
  list: (functionName?: string) => ["operations", "list", functionName ?? ""] as const,
  detail: (id: string) => ["operations", "detail", id] as const,
};

/** The newest 200, of one function where it is named. Kept fresh by events. */
export const operationListQuery = (functionName?: string) =>
  queryOptions({
    queryKey: operationKeys.list(functionName),
    queryFn: ({ signal }) => callApi("listOperations", { query: { functionName, limit: 200 }, signal }),
  });

export const operationQuery = (id: string) =>
  queryOptions({
    queryKey: operationKeys.detail(id),
    queryFn: ({ signal }) => callApi("getOperation", { params: { id }, signal }),
  });
