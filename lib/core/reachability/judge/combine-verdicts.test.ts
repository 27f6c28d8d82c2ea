import { expect, it } from "vitest";
import type { Verdict } from "../trace";
import { everyVerdict, sometimesVerdict, unknownWhichVerdict } from "./combine-verdicts";

const R = "reachable";
const U = "unreachable";
const M = "mixed";
const X = "unknown";

it.each<[verdicts: Verdict[], every: Verdict, which: Verdict, sometimes: Verdict]>([
  [[R], R, R, R],
  [[U], U, U, U],
  [[M], M, M, M],
  [[X], X, X, X],
  [[R, R], R, R, R],
  [[R, U], U, X, M],
  [[R, M], M, X, M],
  [[R, X], X, X, X],
  [[U, X], U, X, X],
  [[U, M], U, X, M],
  [[M, X], X, X, M],
  [[R, U, X], U, X, M],
  [[U, U], U, U, U],
  [[X, X], X, X, X],
])("%j combine to %s for every, %s for which, %s for sometimes", (verdicts, every, which, sometimes) => {
  for (const order of [verdicts, [...verdicts].reverse()]) {
    expect(everyVerdict(order)).toBe(every);
    expect(unknownWhichVerdict(order)).toBe(which);
    expect(sometimesVerdict(order)).toBe(sometimes);
  }
});
