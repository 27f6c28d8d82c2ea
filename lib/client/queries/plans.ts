import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { endpoints } from "@/lib/contract/endpoints";
import type { PlanIntent } from "@/lib/contract/plans";
import { callApi } from "../call-api";

export const planKeys = { all: ["plans"] as const };

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: [...planKeys.all, "detail", id],
    queryFn: ({ signal }) => callApi(endpoints.getPlan, { params: { id }, signal }),
  });

/** What an intent would do, evaluated and not kept; the last answer stays while one goes on choosing. */
export const planPreviewQuery = (intent: PlanIntent) =>
  queryOptions({
    queryKey: [...planKeys.all, "preview", intent],
    queryFn: ({ signal }) => callApi(endpoints.createPlan, { body: { intent, preview: true }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
