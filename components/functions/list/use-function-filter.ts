"use client";

import { parseAsArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const parsers = {
  q: parseAsString.withDefault(""),
  vpcId: parseAsString,
  state: parseAsString,
  attached: parseAsStringLiteral(["yes", "no"] as const),
  /** `name.asc` */
  sort: parseAsString.withDefault("name.asc"),
  hide: parseAsArrayOf(parseAsString).withDefault(["securityGroups"]),
  snapshotId: parseAsString,
};

/** All that the Functions page is looking at, in its address: a link shows a colleague the same. */
export function useFunctionFilter() {
  const [values, setValues] = useQueryStates(parsers, { history: "replace" });
  return { values, setValues };
}
