import { describe, expect, it } from "vitest";
import { deletionText, keptWords, type Kept } from "./kept-words";

const kept = (keptBecause: Kept["keptBecause"], until: string | null = null): Kept => ({
  snapshotId: "s",
  keptBecause,
  until,
});

describe("keptWords", () => {
  it("says why, and until when where time ends it", () => {
    expect(keptWords(kept("daily", "2026-12-01T00:00:00.000Z"))).toEqual({
      short: "daily, to 1 Dec",
      long: "The newest of its day: the rule keeps it until 2026-12-01.",
    });
    expect(keptWords(kept("referred")).short).toBe("needed by a plan");
    expect(keptWords(kept(null)).short).toBe("due to go");
  });
});

describe("deletionText", () => {
  it("counts what the rule does not keep", () => {
    expect(deletionText([kept("newest")])).toBe("Nothing would be deleted now.");
    expect(deletionText([kept(null), kept("pinned")])).toBe("1 snapshot would be deleted now.");
    expect(deletionText([kept(null), kept(null)])).toBe("2 snapshots would be deleted now.");
  });
});
