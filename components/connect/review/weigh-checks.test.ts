import { describe, expect, it } from "vitest";
import { check, plan } from "./plan.test-builder";
import { acknowledgedIds, acknowledgementKey, sortChecks, whyNotApply } from "./weigh-checks";

const warn = check("two-zones", "warn");
const unknown = check("role", "unknown");
const all = [check("ok", "pass"), warn, unknown];
const acknowledged = new Set([warn, unknown].map(acknowledgementKey));

describe("sortChecks", () => {
  it("puts what stops first and what is fine last", () => {
    expect(sortChecks([...all, check("no", "block")]).map((item) => item.status)).toEqual([
      "block",
      "unknown",
      "warn",
      "pass",
    ]);
  });
});

describe("whyNotApply", () => {
  it("asks for every warning and unknown", () => {
    expect(whyNotApply(plan(all), new Set())).toBe("Acknowledge 2 points first.");
    expect(whyNotApply(plan(all), new Set([acknowledgementKey(warn)]))).toBe("Acknowledge one point first.");
    expect(whyNotApply(plan(all), acknowledged)).toBeUndefined();
  });

  it("never lets a block be acknowledged away", () => {
    const blocked = check("no", "block");
    expect(whyNotApply(plan([blocked]), new Set([acknowledgementKey(blocked)]))).toBe("One check blocks it.");
    expect(whyNotApply(plan([blocked, blocked]), new Set())).toBe("2 checks block it.");
  });

  it("says that nothing would change", () => {
    expect(whyNotApply(plan([], true), new Set())).toBe("Nothing would change.");
  });
});

describe("acknowledgedIds", () => {
  it("sends ids of what was acknowledged in the same words only", () => {
    const changed = { ...warn, message: "Now another zone." };
    expect(acknowledgedIds(all, acknowledged)).toEqual(["id-two-zones", "id-role"]);
    expect(acknowledgedIds([changed, unknown], acknowledged)).toEqual(["id-role"]);
  });
});
