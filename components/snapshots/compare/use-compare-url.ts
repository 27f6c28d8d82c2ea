"use client";

import { useMemo } from "react";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { parseSort } from "@/components/ui/table/sort-rows";

const parsers = {
  with: parseAsString,
  /** The reading of now that the snapshot is to be compared with. */
  now: parseAsString,
  /** Resources, where nothing is said. */
  show: parseAsStringLiteral(["verdicts"] as const),
  /** Verdicts of this VPC's connections only. */
  vpcId: parseAsString,
  kind: parseAsString,
  change: parseAsStringLiteral(["added", "removed", "changed"] as const),
  q: parseAsString.withDefault(""),
  sort: parseAsString.withDefault("."),
  /** The resource whose fields are open beside the table. */
  open: parseAsString,
};

/** All that the comparison looks at, in its address. */
export function useCompareUrl() {
  const [values, setValues] = useQueryStates(parsers, { history: "replace" });
  const { sort: sortText } = values;
  const sort = useMemo(() => parseSort(sortText), [sortText]);
  return { values, sort, setValues };
}

export type CompareUrl = ReturnType<typeof useCompareUrl>;
