import fc from "fast-check";
import { buildNetwork } from "@/lib/core/network/build-network";
import type { Network } from "@/lib/core/network/network";
import type { Capture } from "@/lib/core/network/snapshot";
import { evaluateFlow } from "../../evaluate-flow";
import type { Flow } from "../../flow";
import type { FlowAnswer } from "../../trace";
import { toFlow } from "../differential/to-flow";
import { generateCase } from "../generate/generate-case";
import { addDataStores } from "./data-stores.test-builder";

/** More for a long run by hand; as many as take about a second for every run of the tests. */
const RUNS_FACTOR = Number(process.env["MOORING_PROPERTY_RUNS_FACTOR"] ?? 1);

/** The same networks in every run: a failure names the seed of `generateCase`. */
export function parameters(numRuns: number): fc.Parameters<unknown> {
  return { seed: 20_260, numRuns: numRuns * RUNS_FACTOR };
}

export const seeds = fc.integer({ min: 1, max: 1_000_000 });
/** Which of several edits to make: `at` takes it round. */
export const picks = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });

export interface Generated {
  captures: Capture[];
  flows: Flow[];
}

/** A network of every feature, with functions and data stores in it, and questions about it. */
export function generate(seed: number, questions: number): Generated {
  const { captures, questions: asked } = generateCase(seed, questions);
  return { captures: addDataStores(captures), flows: asked.map(toFlow) };
}

export function networkOf(captures: readonly Capture[]): Network {
  return buildNetwork({ captures });
}

export function answersOf(captures: readonly Capture[], flows: readonly Flow[]): FlowAnswer[] {
  const network = networkOf(captures);
  return flows.map((flow) => evaluateFlow(network, flow));
}

/** The items that the picks name, none where there are none. */
export function at<Item>(items: readonly Item[], indexes: readonly number[]): Item[] {
  return indexes.flatMap((index) => items.slice(index % Math.max(items.length, 1)).slice(0, 1));
}
