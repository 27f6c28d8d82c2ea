"use client";

import { parseAsArrayOf, parseAsBoolean, parseAsString, useQueryStates } from "nuqs";

const parsers = {
  functionName: parseAsString,
  vpcId: parseAsString,
  subnets: parseAsArrayOf(parseAsString),
  groups: parseAsArrayOf(parseAsString),
  ipv6: parseAsBoolean,
  step: parseAsString,
  /** Set once saved: the page then shows the operation, also after a reload. */
  operation: parseAsString,
};

/** Everything chosen is in the address: a reload, or a colleague's click, finds it again. */
export function useConnectUrl() {
  return useQueryStates(parsers, { history: "replace" });
}
