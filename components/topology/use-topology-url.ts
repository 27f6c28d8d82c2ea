"use client";

import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const parsers = {
  vpcId: parseAsString,
  selected: parseAsString,
  view: parseAsStringLiteral(["diagram", "table"]),
  snapshotId: parseAsString,
  q: parseAsString.withDefault(""),
  /** A question whose path is drawn. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  protocol: parseAsString.withDefault(""),
  port: parseAsString.withDefault(""),
  subnet: parseAsString,
  /** All that a connection reaches is drawn, or the way to one target of it. */
  mode: parseAsStringLiteral(["reaches"]),
  connection: parseAsString,
  target: parseAsString,
};

/** The whole state of the page is its address, so that a link shows a colleague the same thing. */
export function useTopologyUrl() {
  return useQueryStates(parsers, { history: "replace", clearOnDefault: true });
}
