import type { Checkpoint } from "../filters/checkpoint";
import { keptPerIndex } from "../index/kept";
import type { PairQuestion, PairResult } from "./evaluate-pair";

/** What was found of the ways from an interface of a load balancer, where nothing is to be explained. */
export const verdictLegs = keptPerIndex(() => new Map<string, PairResult>());

/** What was found in the course of one question: load balancers may lead to one another in any number of ways. */
interface FoundLegs {
  legs: Map<string, PairResult>;
  /** What becomes of packets behind a load balancer, which the way to it does not change. */
  behind: Map<string, readonly Checkpoint[]>;
}

const found = new WeakMap<PairQuestion, FoundLegs>();

export function foundLegs(question: PairQuestion): FoundLegs {
  const known = found.get(question) ?? { legs: new Map(), behind: new Map() };
  found.set(question, known);
  return known;
}

/** A question that another one leads to has the same. */
export function withFoundLegs(question: PairQuestion, of: PairQuestion): PairQuestion {
  found.set(question, foundLegs(of));
  return question;
}
