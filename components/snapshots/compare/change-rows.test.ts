import { describe, expect, it } from "vitest";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import {
  toChangeRows,
  toChangesCsvRows,
  toKindCounts,
  usualBase,
  valueText,
  type ResourceChange,
} from "./change-rows";

const resource = (overrides: Partial<ResourceChange> = {}): ResourceChange => ({
  accountId: "111122223333",
  region: "eu-west-1",
  kind: "SecurityGroups",
  id: "sg-1",
  name: "orders",
  change: "changed",
  fields: [
    { path: "Description", before: "old", after: "new" },
    { path: "IpPermissions[]", after: { IpProtocol: "tcp", FromPort: 443 } },
  ],
  ...overrides,
});

const snapshot = (
  id: string,
  capturedAt: string,
  status: SnapshotSummary["status"] = "ready",
): SnapshotSummary => ({
  id,
  name: id,
  source: "live",
  status,
  capturedAt,
  accounts: [],
  regions: [],
  counts: {},
  coverage: [],
  warnings: [],
});

describe("toChangeRows", () => {
  it("gives a row for each field that changed, and one for a resource that came or went", () => {
    const rows = toChangeRows([resource(), resource({ id: "sg-2", change: "added", fields: [] })]);
    expect(rows.map(({ path, before, after }) => [path, before, after])).toEqual([
      ["Description", "old", "new"],
      ["IpPermissions[]", "", '{"IpProtocol":"tcp","FromPort":443}'],
      ["", "", ""],
    ]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(3);
  });

  it("keeps resources of one id in two regions apart", () => {
    const rows = toChangeRows([resource(), resource({ region: "us-east-1" })]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(4);
  });
});

describe("toChangesCsvRows", () => {
  it("names the resource on every line", () => {
    expect(toChangesCsvRows([resource()])[0]).toEqual([
      "SecurityGroups",
      "sg-1",
      "orders",
      "changed",
      "Description",
      "old",
      "new",
      "111122223333",
      "eu-west-1",
    ]);
  });
});

describe("toKindCounts", () => {
  it("puts first what changed most", () => {
    const one = { added: 1, removed: 0, changed: 0 };
    expect(
      toKindCounts({ Vpcs: one, Functions: { added: 1, removed: 1, changed: 3 }, Subnets: one }).map(
        ({ kind }) => kind,
      ),
    ).toEqual(["Functions", "Subnets", "Vpcs"]);
  });
});

describe("usualBase", () => {
  const old = snapshot("old", "2026-11-01T00:00:00.000Z");
  const middle = snapshot("middle", "2026-11-02T00:00:00.000Z");
  const failed = snapshot("failed", "2026-11-02T12:00:00.000Z", "failed");
  const now = snapshot("now", "2026-11-03T00:00:00.000Z");

  it("is the newest ready one before it, else one after it", () => {
    expect(usualBase([now, failed, middle, old], "now")?.id).toBe("middle");
    expect(usualBase([now, middle, old], "old")?.id).toBe("middle");
    expect(usualBase([now], "now")).toBeUndefined();
  });
});

describe("valueText", () => {
  it("shows text as it is and all else as JSON", () => {
    expect([valueText("a"), valueText(7), valueText(false), valueText(undefined)]).toEqual([
      "a",
      "7",
      "false",
      "",
    ]);
  });
});
