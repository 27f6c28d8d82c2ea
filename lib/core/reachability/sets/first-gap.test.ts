import { expect, it } from "vitest";
import { formatRange, parseCidrs } from "./address-range";
import { firstGap } from "./first-gap";

it.each([
  [[], "10.0.0.8/30"],
  [["10.0.0.8"], "10.0.0.9–10.0.0.11"],
  [["10.0.0.9", "10.0.0.8"], "10.0.0.10/31"],
  [["10.0.0.10", "10.0.0.8"], "10.0.0.9"],
  [["10.0.0.8/31", "10.0.0.10"], "10.0.0.11"],
  [["10.0.0.8/31", "10.0.0.10/31"], "none"],
])("of four addresses beside %j the first that nobody has are %s", (held, free) => {
  for (const range of parseCidrs(["10.0.0.8/30"])) {
    const gap = firstGap(range, parseCidrs(held));
    expect(gap ? formatRange(gap) : "none").toBe(free);
  }
});
