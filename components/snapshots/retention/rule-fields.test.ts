import { describe, expect, it } from "vitest";
import { ruleFieldError, ruleFields } from "./rule-fields";

const rule = { recentHours: 24, recentMost: 100, dailyDays: 30 };
const errors = (values: Partial<typeof rule>) =>
  ruleFields.map((field) => ruleFieldError(field, { ...rule, ...values }));

describe("ruleFieldError", () => {
  it("takes what the API takes, at the bounds too", () => {
    expect(errors({})).toEqual([undefined, undefined, undefined]);
    expect(errors({ recentHours: 744, recentMost: 1, dailyDays: 0 })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("says which numbers a field takes where it has another one, or none", () => {
    expect(errors({ recentHours: 745, recentMost: 1.5, dailyDays: Number.NaN })).toEqual([
      "A whole number from 1 to 744.",
      "A whole number from 1 to 10,000.",
      "A whole number from 0 to 3,650.",
    ]);
    expect(errors({ recentHours: -1 })[0]).toBeDefined();
  });
});
