"use client";

import { useCallback, useState } from "react";

/** What was acknowledged, by the words of the check: a check that changes its words asks again. */
export function useAcknowledgements(): {
  acknowledged: ReadonlySet<string>;
  acknowledge: (key: string, isAcknowledged: boolean) => void;
} {
  const [acknowledged, setAcknowledged] = useState<ReadonlySet<string>>(new Set<string>());
  const acknowledge = useCallback((key: string, isAcknowledged: boolean) => {
    setAcknowledged((before) => {
      const after = new Set(before);
      if (isAcknowledged) after.add(key);
      else after.delete(key);
      return after;
    });
  }, []);
  return { acknowledged, acknowledge };
}
