import type { LambdaFunction } from "../../world/world";
import { getLatest } from "../lambda/names/get-function-version";
import { noise } from "./noise";

const MINUTE_MS = 60_000;

/**
 * How often a function ran in a span of a minute or more: what was really invoked, and, for a function of a scenario,
 * the traffic that it had up to when it ran last.
 */
export function callsIn(fn: LambdaFunction, from: number, until: number): number {
  const invoked = (fn.invokedAt ?? []).filter((at) => at >= from && at < until).length;
  const { traffic } = fn;
  if (traffic === undefined) return invoked;
  const name = getLatest(fn).FunctionName ?? "";
  let calls = invoked;
  for (let minute = from; minute < until; minute += MINUTE_MS) {
    if (traffic.until !== undefined && minute > traffic.until) break;
    calls += Math.round(traffic.perMinute * 2 * noise(name, "calls", minute));
  }
  return calls;
}
