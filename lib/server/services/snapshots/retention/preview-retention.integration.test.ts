import { beforeAll, expect, it } from "vitest";
import { retentionPreview } from "@/lib/contract/retention";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import { listRetained } from "../../../store/snapshot-store/list-retained";
import { previewRetention } from "./preview-retention";

withDatabase("previewing a retention rule", (database) => {
  const at = (hoursAgo: number) =>
    new Date(createTestContext().clock.now().getTime() - hoursAgo * 3_600_000).toISOString();
  let ids: string[];
  beforeAll(async () => {
    ids = [
      await storeSnapshot(database(), [aCapture({})], at(0)),
      await storeSnapshot(database(), [aCapture({})], at(2)),
      await storeSnapshot(database(), [aCapture({})], at(3)),
    ];
  });

  const preview = async (given: Parameters<typeof previewRetention>[1]) =>
    retentionPreview.parse(await previewRetention(createTestContext({ database: database() }), given));

  it("says why each is kept under the rule that holds", async () => {
    const { rule, items } = await preview({});
    expect(rule).toEqual({ recentHours: 24, recentMost: 100, dailyDays: 30 });
    expect(items.map(({ snapshotId, keptBecause }) => [snapshotId, keptBecause])).toEqual([
      [ids[0], "newest"],
      [ids[1], "recent"],
      [ids[2], "recent"],
    ]);
    expect(items[1]?.until).toBe(at(2 - 24));
  });

  it("says what another rule would delete, and deletes nothing", async () => {
    const { items } = await preview({ recentMost: 2, dailyDays: 0 });
    expect(
      items.filter(({ keptBecause }) => keptBecause === null).map(({ snapshotId }) => snapshotId),
    ).toEqual([ids[2]]);
    expect(await listRetained(database().db)).toHaveLength(3);
  });
});
