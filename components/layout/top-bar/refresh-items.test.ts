import { describe, expect, it, vi } from "vitest";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { changingWords } from "@/lib/core/network/states/changing-kinds";
import { findLiveReading } from "../page/latest-snapshot";
import { lastDurationMs, toRefreshItems } from "./refresh-items";

const snapshot = (overrides: Partial<SnapshotSummary> = {}): SnapshotSummary => ({
  id: "snap-1",
  name: "Live",
  source: "live",
  status: "ready",
  capturedAt: "2026-11-21T10:00:00.000Z",
  endedAt: "2026-11-21T10:00:04.200Z",
  accounts: [],
  regions: [],
  counts: {},
  coverage: [],
  warnings: [],
  ...overrides,
});

function itemsOf(items: SnapshotSummary[]) {
  const [onCollect, onCancel] = [vi.fn(), vi.fn()];
  const shown = toRefreshItems({ reading: findLiveReading(items), items, onCollect, onCancel });
  const choose = (index: number) => {
    const item = shown[index];
    if (item?.kind === "action") item.onSelect();
  };
  return { shown, choose, onCollect, onCancel };
}

describe("toRefreshItems", () => {
  it("offers both extents, each with how long it took last time", () => {
    const { shown, choose, onCollect } = itemsOf([snapshot()]);
    expect(shown).toMatchObject([
      { label: "What changes often", detail: expect.not.stringContaining("last time") as string },
      { label: "Everything", detail: expect.stringContaining("Took 4 s last time.") as string },
    ]);
    choose(0);
    choose(1);
    expect(onCollect.mock.calls).toEqual([["changing"], ["all"]]);
  });

  it("says which accounts and regions that is, where there are several", () => {
    const detailOf = (overrides: Partial<SnapshotSummary>) => itemsOf([snapshot(overrides)]).shown[0];
    const accounts = ["123456789012", "210987654321"];
    const regions = ["r-1", "r-2", "r-3", "r-4"];
    expect(detailOf({ accounts, regions })).toMatchObject({
      detail: expect.stringContaining("In 123456789012, 210987654321 / 4 regions.") as string,
    });
    expect(detailOf({ accounts: ["123456789012"], regions: ["r-1"] })).toMatchObject({
      detail: expect.not.stringContaining(" In ") as string,
    });
  });

  it("promises to read again just what a refresh reads", () => {
    expect(itemsOf([]).shown[0]).toMatchObject({ detail: `${changingWords()}.` });
  });

  it("cannot refresh what was never read", () => {
    expect(itemsOf([]).shown[0]).toMatchObject({ disabledReason: expect.stringContaining("once") as string });
  });

  it("offers to stop what is being read", () => {
    const { shown, choose, onCancel } = itemsOf([snapshot({ id: "now", status: "collecting" }), snapshot()]);
    expect(shown.map((item) => item.kind)).toEqual(["link", "action"]);
    choose(1);
    expect(onCancel).toHaveBeenCalledWith("now");
  });
});

describe("lastDurationMs", () => {
  it("is of the newest finished reading of that extent", () => {
    const refreshed = snapshot({ scope: "changing", endedAt: "2026-11-21T10:00:01.000Z" });
    const imported = snapshot({ source: "import" });
    expect(lastDurationMs([imported, refreshed, snapshot({ scope: "all" })], "changing")).toBe(1000);
    expect(lastDurationMs([imported, refreshed, snapshot()], "all")).toBe(4200);
    expect(lastDurationMs([imported], "all")).toBeUndefined();
  });
});
