import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RetainedSnapshot, RetentionRule } from "./retention-rule";
import { selectExpired } from "./select-expired";

const NOW = Date.parse("2026-03-10T12:00:00Z");
const snapshots: fc.Arbitrary<RetainedSnapshot[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    source: fc.constantFrom("live" as const, "import" as const),
    status: fc.constantFrom("collecting" as const, "ready" as const, "failed" as const, "canceled" as const),
    capturedAt: fc.integer({ min: NOW - 60 * 86_400_000, max: NOW }),
    isPinned: fc.boolean(),
    isReferred: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);
const rules: fc.Arbitrary<RetentionRule> = fc.record({
  recentHours: fc.integer({ min: 1, max: 100 }),
  recentMost: fc.integer({ min: 1, max: 20 }),
  dailyDays: fc.integer({ min: 0, max: 50 }),
});

describe("selectExpired", () => {
  it("keeps what it must, and the newest live snapshot that is ready", () => {
    fc.assert(
      fc.property(snapshots, rules, (all, rule) => {
        const expired = new Set(selectExpired(all, rule, NOW));
        for (const { id, source, status, isPinned, isReferred } of all) {
          if (source === "import" || isPinned || isReferred || status === "collecting") {
            expect(expired.has(id)).toBe(false);
          }
        }
        const ready = all.filter(({ source, status }) => source === "live" && status === "ready");
        const newest = Math.max(...ready.map(({ capturedAt }) => capturedAt));
        expect(
          ready.length === 0 || ready.some((one) => one.capturedAt === newest && !expired.has(one.id)),
        ).toBe(true);
      }),
    );
  });

  it("finds nothing more to drop once it was followed", () => {
    fc.assert(
      fc.property(snapshots, rules, (all, rule) => {
        const expired = new Set(selectExpired(all, rule, NOW));
        expect(
          selectExpired(
            all.filter(({ id }) => !expired.has(id)),
            rule,
            NOW,
          ),
        ).toEqual([]);
      }),
    );
  });

  it("drops no more where the rule keeps more", () => {
    fc.assert(
      fc.property(snapshots, rules, fc.nat(10), (all, rule, more) => {
        const wider = {
          recentHours: rule.recentHours + more,
          recentMost: rule.recentMost + more,
          dailyDays: rule.dailyDays + more,
        };
        const expired = new Set(selectExpired(all, rule, NOW));
        const less = selectExpired(all, wider, NOW);
        expect(less.filter((id) => !expired.has(id))).toEqual([]);
      }),
    );
  });
});
