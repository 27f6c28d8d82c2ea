import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { PlanIntent } from "@/lib/contract/plans";
import { callApi } from "../call-api";

export const planKeys = { all: ["plans"] as const };

/** Names an intent without repeating a zip, which may be 70 MB of text; its end holds the checksums of its files. */
export function toIntentKey(intent: PlanIntent): string {
  if (intent.kind !== "create-function" || !("zipBase64" in intent.code)) return JSON.stringify(intent);
  const { zipBase64 } = intent.code;
  return JSON.stringify({ ...intent, code: { length: zipBase64.length, end: zipBase64.slice(-1024) } });
}

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: [...planKeys.all, "detail", id],
    queryFn: ({ signal }) => callApi("getPlan", { params: { id }, signal }),
  });

/** What an intent would do, evaluated and not kept; the last answer stays while one goes on choosing. */
export const planPreviewQuery = (intent: PlanIntent) =>
  queryOptions({
    queryKey: [...planKeys.all, "preview", toIntentKey(intent)],
    queryFn: ({ signal }) => callApi("createPlan", { body: { intent, preview: true }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
