"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { planPreviewQuery, toIntentKey } from "@/lib/client/queries/plans";
import type { Plan, PlanIntent } from "@/lib/contract/plans";
import { useDebounced } from "@/components/ui/form/use-debounced";

const DEBOUNCE_MS = 350;

export interface PlanPreviewState {
  /** Of the choice before while the next one is worked out; undefined until one is. */
  plan: Plan | undefined;
  error: Error | null;
  /** The plan shown is not yet that of what is chosen. */
  isUpdating: boolean;
  refresh: () => void;
}

const idleIntent: PlanIntent = { kind: "detach-function", functionName: "-" };

/** What an intent would do, asked a moment after the last choice. Nothing is asked while the intent is undefined. */
export function usePlanPreview(intent: PlanIntent | undefined): PlanPreviewState {
  const client = useQueryClient();
  const key = intent ? toIntentKey(intent) : "";
  const settled = useDebounced(intent, key, DEBOUNCE_MS);
  const query = useQuery({ ...planPreviewQuery(settled ?? idleIntent), enabled: settled !== undefined });
  return {
    plan: intent === undefined ? undefined : query.data,
    error: intent === undefined ? null : query.error,
    isUpdating:
      intent !== undefined &&
      ((settled ? toIntentKey(settled) : "") !== key || query.isFetching || query.isPlaceholderData),
    refresh: () => {
      if (settled) void client.invalidateQueries({ queryKey: planPreviewQuery(settled).queryKey });
    },
  };
}
