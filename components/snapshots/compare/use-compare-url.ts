"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const parsers = {
  with: parseAsString,
  kind: parseAsString,
  change: parseAsStringLiteral(["added", "removed", "changed"] as const),
  q: parseAsString.withDefault(""),
  /** The resource whose fields are open beside the table. */
  open: parseAsString,
};

/** All that the comparison looks at, in its address. */
export function useCompareUrl() {
  const [values, setValues] = useQueryStates(parsers, { history: "replace" });
  return { values, setValues };
}

export type CompareUrl = ReturnType<typeof useCompareUrl>;
