import type { Network } from "../../network/network";
import type { evaluateFlow } from "../evaluate-flow";
import type { Flow } from "../flow";
import type { Verdict } from "../trace";
import { problemsOf, type Expectation } from "./expectation.test-builder";

export type Evaluate = typeof evaluateFlow;

/** A fact as a question and what its answer must say. */
export interface Fact {
  id: string;
  network: Network;
  flow: Flow;
  expected: Expectation;
}

/** Where AWS's documents speak against a fact: what holds instead, and why. */
export interface Argument {
  verdict: Verdict;
  reason: string;
}

/** Every way in which the answer is not what the fact says; of an argued fact, not what the argument says. */
export function check(evaluate: Evaluate, { network, flow, expected }: Fact, argument?: Argument): string[] {
  const { verdict, traces } = evaluate(network, flow);
  const [trace] = traces;
  if (!trace || traces.length > 1) return [`gives ${traces.length} traces, not one`];
  if (verdict !== trace.verdict) return [`is ${verdict} as a whole, but its only trace is ${trace.verdict}`];
  if (!argument) return problemsOf(network, trace, expected);
  if (argument.verdict === expected.verdict) return ["is argued against, but the verdict is the same"];
  return problemsOf(network, trace, { verdict: argument.verdict });
}
