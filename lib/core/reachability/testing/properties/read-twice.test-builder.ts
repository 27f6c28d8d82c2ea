import type { Capture } from "@/lib/core/network/snapshot";
import type { Random } from "../generate/random";
import { at } from "./generated.test-builder";
import { allowRemovals } from "./rule-edits.test-builder";

/** The captures and another reading of the first, of the same moment or another, in which some rules differ. */
export function readTwice(captures: readonly Capture[], random: Random): Capture[] {
  const capturedAt = random.pick(["2026-01-02T03:04:05.000Z", "2026-01-02T03:04:04+00:00"]);
  const first = captures.slice(0, 1).map((capture) => ({ ...capture, capturedAt }));
  const picks = Array.from({ length: 5 }, () => random.below(1000));
  const changed = picks.reduce((reading: Capture[], pick) => {
    const [edit] = at(allowRemovals(reading), [pick]);
    return edit ? edit() : reading;
  }, first);
  return [...captures, ...changed];
}
