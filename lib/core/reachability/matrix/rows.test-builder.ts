import { expect } from "vitest";
import type { Network } from "@/lib/core/network/network";
import { evaluateFlow } from "../evaluate-flow";
import type { FlowDestination, FlowSource } from "../flow";
import type { Verdict } from "../trace";
import { evaluateMatrix } from "./evaluate-matrix";

/** The rows of a matrix, which must be what single questions say. */
export function rows(
  network: Network,
  ids: readonly string[],
  destinations: readonly FlowDestination[],
  port = 443,
): Verdict[][] {
  const sources = ids.map((networkInterfaceId): FlowSource => ({ networkInterfaceId }));
  const targets = destinations.map((destination) => ({ destination, protocol: "tcp" as const, port }));
  const verdicts = evaluateMatrix(network, sources, targets);
  expect(verdicts).toEqual(
    sources.map((source) => targets.map((target) => evaluateFlow(network, { source, ...target }).verdict)),
  );
  return verdicts;
}
