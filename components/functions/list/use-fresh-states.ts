"use client";

import { useCallback, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useDebounced } from "@/components/ui/form/use-debounced";
import { functionStatesQuery } from "@/lib/client/queries/function-states";
import type { FunctionSummary } from "@/lib/contract/functions";

/** Scrolling has come to rest. */
const REST_MS = 400;

/** Reads the states of the functions that are on screen, as long as they are; a recorded snapshot is left as it is. */
export function useFreshStates(isLive: boolean): (rows: readonly FunctionSummary[]) => void {
  const [shown, setShown] = useState<readonly string[]>([]);
  const key = shown.join(" ");
  const functionArns = useDebounced(shown, key, REST_MS);
  useQuery({
    ...functionStatesQuery(functionArns),
    enabled: isLive && functionArns.length > 0,
  });
  return useCallback((rows) => {
    const arns = rows.map((fn) => fn.functionArn).sort();
    setShown((before) => (before.join(" ") === arns.join(" ") ? before : arns));
  }, []);
}
