import { describe, expect, it } from "vitest";
import { countChanges, groupChanges, whyUnclear, type PlannedVerdict } from "./group-changes";

const change = (key: string, over: Partial<PlannedVerdict> = {}): PlannedVerdict => ({
  destination: key,
  key,
  label: key,
  targetKind: "service",
  protocol: "tcp",
  port: 443,
  kind: "unchanged",
  before: "reachable",
  after: "reachable",
  ...over,
});
const some = [
  change("s3"),
  change("orders-db", { kind: "gained", before: "unreachable" }),
  change("internet", { kind: "lost", after: "unreachable" }),
  change("sts", { kind: "unclear", after: "unknown" }),
  change("kms", { kind: "mixed", after: "mixed" }),
  change("sqs"),
];

describe("the difference per target", () => {
  it("puts what is lost first and what stays last, in the order given within", () => {
    expect(groupChanges(some).map(({ kind, changes }) => [kind, ...changes.map(({ key }) => key)])).toEqual([
      ["lost", "internet"],
      ["mixed", "kms"],
      ["unclear", "sts"],
      ["gained", "orders-db"],
      ["unchanged", "s3", "sqs"],
    ]);
  });

  it("is a line of counts", () => {
    expect(countChanges(some)).toBe("1 lost, 1 only sometimes, 1 not known, 1 gained, 2 unchanged");
    expect(countChanges([])).toBe("");
  });

  it("says which side is not known", () => {
    expect(whyUnclear({ before: "unknown", after: "reachable" })).toMatch(/^Whether it is reached now/);
    expect(whyUnclear({ before: "mixed", after: "unknown" })).toMatch(/^Whether it is reached afterwards/);
    expect(whyUnclear({ before: "unknown", after: "unknown" })).toBe("");
    expect(whyUnclear({ before: "reachable", after: "mixed" })).toBe("");
  });
});
