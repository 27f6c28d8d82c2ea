import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ACCESS_KEYS } from "@/lib/sandbox/scenarios/callers";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { awaitSnapshot } from "../services/snapshots/await-snapshot";
import { getNetwork } from "../services/snapshots/get-network";
import { listSnapshots } from "../services/snapshots/list-snapshots";
import { startSnapshotsContext, type SnapshotsContext } from "../services/snapshots/snapshots.test-builder";
import { registerCollector } from "./register-collector";
import { retryFirstCollection } from "./retry-first-collection";

withDatabase("the first reading", (database) => {
  let sandbox: TestSandbox;
  let test: SnapshotsContext;
  beforeEach(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    const { credentials } = sandbox.clientConfig("expired");
    test = await startSnapshotsContext(database(), { ...sandbox, credentials });
  });
  afterEach(async () => {
    await test.stop();
    await sandbox.close();
  });
  const statuses = async () => (await listSnapshots(test.ctx)).items.map(({ status }) => status);

  describe("that failed for want of valid credentials", () => {
    it("is not repeated while they stay expired, and comes by itself once they are valid", async () => {
      const stopCollector = await registerCollector(test.ctx);
      const [first] = (await listSnapshots(test.ctx)).items;
      expect(await awaitSnapshot(test.ctx, first?.id ?? "")).toMatchObject({
        status: "failed",
        error: expect.stringContaining("Sign in to AWS again") as unknown,
      });
      await expect(getNetwork({ ctx: test.ctx })).rejects.toMatchObject({
        code: "no_snapshot",
        aws: { code: "ExpiredTokenException" },
        nextStep: expect.stringContaining("Sign in to AWS again") as unknown,
      });
      const retrying = retryFirstCollection(test.ctx, { firstDelayMs: 20 });
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await statuses()).toEqual(["failed"]);

      const key = sandbox.world.accessKeys[ACCESS_KEYS.expired];
      if (key === undefined || "holder" in key) throw new Error("The demo has no such key.");
      delete key.isExpired;
      await expect.poll(statuses, { timeout: 15_000 }).toContain("ready");
      expect(await statuses()).toHaveLength(2);
      await retrying.stop();
      await stopCollector();
    });
  });
});
