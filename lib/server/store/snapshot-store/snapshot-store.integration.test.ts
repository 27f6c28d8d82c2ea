import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Capture } from "@/lib/core/network/snapshot";
import { withDatabase } from "@/lib/testing/with-database";
import { chunks } from "../schema/captures";
import { countItems } from "./count-items";
import { deleteSnapshotRows } from "./delete-snapshot-rows";
import { deleteUnusedChunks } from "./delete-unused-chunks";
import { loadCaptures } from "./load-captures";
import { saveCapture } from "./save-capture";
import { findNewestLive, insertSnapshot, updateCollecting } from "./snapshot-rows";

function capture(vpcs: number, overrides: Partial<Capture> = {}): Capture {
  return {
    accountId: "111122223333",
    region: "eu-west-1",
    capturedAt: "2026-01-02T03:04:05.000Z",
    resources: {
      Vpcs: Array.from({ length: vpcs }, (_vpc, index) => ({
        VpcId: `vpc-${String(index)}`,
        Tags: [{ Key: "Name", Value: `'"\\ \u2028 ü ${String(index)}` }],
      })),
      Subnets: [],
    },
    unknown: { Volumes: [{ VolumeId: "vol-1" }], Marker: "m", Nothing: null },
    coverage: [
      { call: "DescribeVpcs", status: "ok", items: vpcs },
      { call: "DescribeSubnets", status: "failed", error: { code: "X", message: "no" } },
    ],
    ...overrides,
  };
}

withDatabase("the snapshot store", (database) => {
  const begin = async (capturedAt = new Date()) => {
    const id = randomUUID();
    await insertSnapshot(database().db, { id, name: "n", source: "live", status: "collecting", capturedAt });
    return id;
  };
  const save = (snapshotId: string, one: Capture) =>
    saveCapture(database(), { id: randomUUID(), snapshotId }, one);
  const countChunks = async () => (await database().db.select({ hash: chunks.hash }).from(chunks)).length;
  const remove = async (id: string) => {
    const hashes = await database().transaction((tx) => deleteSnapshotRows(tx, id));
    await deleteUnusedChunks(database(), hashes ?? []);
  };

  it("gives back what it was given: known, unknown, empty and absent", async () => {
    const id = await begin();
    const given = [capture(3), capture(1, { accountId: null, region: null })];
    for (const one of given) await save(id, one);
    const loaded = await loadCaptures(database(), id);
    expect(loaded).toHaveLength(2);
    expect(loaded).toEqual(expect.arrayContaining(given));
    expect(await countItems(database().db, id)).toEqual({
      Marker: 2,
      Nothing: 2,
      Subnets: 0,
      Volumes: 2,
      Vpcs: 4,
    });
    await remove(id);
  });

  it("stores what two snapshots share once, and deletes it with the last of them", async () => {
    const empty = await countChunks();
    const [first, second] = [await begin(), await begin()];
    await save(first, capture(2_000));
    const afterFirst = await countChunks();
    await save(second, capture(2_000));
    expect(await countChunks()).toBe(afterFirst);
    await remove(first);
    expect(await countChunks()).toBe(afterFirst);
    expect((await loadCaptures(database(), second))[0]).toEqual(capture(2_000));
    await remove(second);
    expect(await countChunks()).toBe(empty);
  });

  it("keeps a chunk that is deleted and referred to at once", async () => {
    const kept = await begin();
    for (let round = 0; round < 10; round += 1) {
      const other = await begin();
      await save(other, capture(500));
      await Promise.all([remove(other), save(kept, capture(500))]);
    }
    const loaded = await loadCaptures(database(), kept);
    expect(loaded).toHaveLength(10);
    for (const one of loaded) expect(one).toEqual(capture(500));
    await remove(kept);
  });

  it("takes the live snapshot that was read last for the newest, whenever it was finished", async () => {
    const late = await begin(new Date("2026-01-02T00:00:02Z"));
    const early = await begin(new Date("2026-01-02T00:00:01Z"));
    for (const id of [late, early]) await updateCollecting(database().db, id, { status: "ready" });
    expect((await findNewestLive(database().db))?.id).toBe(late);
  });

  it("changes a snapshot only while it is being made", async () => {
    const id = await begin();
    expect(await updateCollecting(database().db, id, { status: "canceled" })).toBeDefined();
    expect(await updateCollecting(database().db, id, { status: "ready" })).toBeUndefined();
  });
});
