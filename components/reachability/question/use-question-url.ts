"use client";

import { parseAsString, useQueryStates } from "nuqs";

const parsers = {
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  protocol: parseAsString.withDefault(""),
  port: parseAsString.withDefault(""),
  snapshotId: parseAsString,
  /** The subnet whose path is shown. */
  subnet: parseAsString,
};

/** The whole question is in the address, so that a link asks the same. Each question is a step back. */
export function useQuestionUrl() {
  return useQueryStates(parsers, { history: "push", clearOnDefault: true });
}
