import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { retentionRule } from "@/lib/contract/retention";
import { snapshotComparison } from "@/lib/contract/snapshot-comparison";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { updateFunctionConfiguration } from "../../aws/lambda";
import { refreshTouched } from "../../collector/refresh/refresh-touched";
import { listAudit } from "../audit/list-audit";
import { readFunctionStates } from "../functions/states/read-function-states";
import { awaitSnapshot } from "./await-snapshot";
import { collectSnapshot } from "./collect-snapshot";
import { compareSnapshots } from "./compare/compare-snapshots";
import { getNetwork } from "./get-network";
import { getSnapshot } from "./get-snapshot";
import { listSnapshots } from "./list-snapshots";
import { pinSnapshot } from "./pin-snapshot";
import { getRetention } from "./retention/get-retention";
import { setRetention } from "./retention/set-retention";

withDatabase("snapshots of a world that changes", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  let firstId: string;
  let refreshedId: string;
  let functionArn: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    const { url: endpoint, region, credentials } = sandbox;
    app = await startTestApp({ database: database(), endpoint, region, credentials, runsOperations: false });
    await app.collect();
    // The app's own first reading may still be under way.
    await quiet();
    const { network, snapshot } = await getNetwork({ ctx: app.request() });
    firstId = snapshot.id;
    functionArn = network.connections.values().next().value?.functionArns[0] ?? "";
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  const countOf = async (status: string) =>
    (await listSnapshots(app.request())).items.filter((one) => one.status === status).length;
  /** Resolves when nothing is being read. */
  const quiet = () =>
    vi.waitFor(
      async () => {
        expect(await countOf("collecting")).toBe(0);
      },
      { timeout: 20_000, interval: 100 },
    );
  const refresh = () => collectSnapshot(app.request(), { source: "live", scope: "changing" }, false);
  /** A whole reading in whose time a function is refreshed, as at the end of an operation. */
  const collectOvertaken = async () => {
    await sandbox.control("POST", "faults", {
      kind: "latency",
      operation: "ec2:DescribeVpcs",
      latencyMs: 1_500,
    });
    const { id } = await collectSnapshot(app.request(), { source: "live" }, true);
    await delay(200);
    await refreshTouched(app.request(), { region: sandbox.region, functionArn });
    await sandbox.control("DELETE", "faults");
    const whole = await awaitSnapshot(app.request(), id);
    await quiet();
    expect((await listSnapshots(app.request())).items[0]?.id).not.toBe(id);
    return whole;
  };
  const askedFor = async () => {
    const { calls } = await sandbox.control("GET", "calls");
    return JSON.stringify(calls);
  };
  const compare = (
    id: string,
    other: string,
    filter: { kind?: string; limit?: number; cursor?: string } = {},
  ) => compareSnapshots(app.request(), { id, query: { limit: 200, ...filter, with: other } });

  describe("a refresh", () => {
    it("follows a whole reading that ends after a refresh which began later", async () => {
      const whole = await collectOvertaken();
      const { snapshot, network } = await getNetwork({ ctx: app.request() });
      expect(snapshot.scope).toBe("changing");
      expect(snapshot.capturedAt > whole.capturedAt).toBe(true);
      expect(network.vpcs.size).toBe(whole.counts["Vpcs"]);
      firstId = snapshot.id;
    });

    it("reads again what can change soon, and nothing else", async () => {
      await updateFunctionConfiguration(app.request(), { FunctionName: functionArn, Description: "changed" });
      await sandbox.control("DELETE", "calls");
      const snapshot = await refresh();
      refreshedId = snapshot.id;
      expect(snapshot).toMatchObject({ status: "ready", scope: "changing" });
      const asked = await askedFor();
      expect(asked).toContain("DescribeNatGateways");
      expect(asked).not.toMatch(/DescribeVpcs|DescribeRouteTables|DescribeSecurityGroups/);
      const first = await getSnapshot(app.request(), firstId);
      expect(snapshot.counts).toEqual(first.counts);
      expect(snapshot.coverage.map(({ call, status }) => [call, status])).toEqual(
        first.coverage.map(({ call, status }) => [call, status]),
      );
    });

    it("reads the state of the function that changed, and carries over all others with their age", async () => {
      expect((await askedFor()).match(/"GetFunction"/g)).toHaveLength(1);
      const before = (await getNetwork({ ctx: app.request(), snapshotId: firstId })).network.functionStates;
      const after = (await getNetwork({ ctx: app.request(), snapshotId: refreshedId })).network
        .functionStates;
      expect(after.size).toBe(before.size);
      for (const [arn, { resource }] of after) {
        const isSame = resource.ReadAt === before.get(arn)?.resource.ReadAt;
        expect(isSame, arn).toBe(arn !== functionArn);
      }
    });

    it("is joined by whoever asks for the same meanwhile", async () => {
      await sandbox.control("POST", "faults", { kind: "latency", operation: "*", latencyMs: 300 });
      const first = await collectSnapshot(app.request(), { source: "live", scope: "changing" }, true);
      const second = await collectSnapshot(app.request(), { source: "live", scope: "changing" }, false);
      await sandbox.control("DELETE", "faults");
      expect(second.id).toBe(first.id);
    });

    it("fails with AWS's words where AWS cannot be reached, and leaves the newest as it was", async () => {
      const newest = (await getNetwork({ ctx: app.request() })).snapshot.id;
      await sandbox.control("POST", "faults", { kind: "server-error", operation: "ec2:DescribeSubnets" });
      await expect(refresh()).rejects.toMatchObject({ code: "aws_error" });
      await sandbox.control("DELETE", "faults");
      expect((await getNetwork({ ctx: app.request() })).snapshot.id).toBe(newest);
    });
  });

  describe("a comparison", () => {
    it("names the function's fields that changed, and nothing that did not", async () => {
      const found = snapshotComparison.parse(await compare(refreshedId, firstId, { kind: "Functions" }));
      expect(found.items).toMatchObject([{ kind: "Functions", id: functionArn, change: "changed" }]);
      expect(found.items[0]?.fields.map(({ path }) => path)).toContain("Description");
      expect(found.counts["Functions"]).toEqual({ added: 0, removed: 0, changed: 1 });
      expect(found.counts).not.toHaveProperty("Vpcs");
      expect(found.notCompared).toEqual([]);
    });

    it("finds nothing between a snapshot and itself", async () => {
      expect(await compare(firstId, firstId)).toMatchObject({ items: [], total: 0, counts: {} });
    });

    it("gives its pages one after the other", async () => {
      const whole = await compare(refreshedId, firstId);
      const pages: unknown[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await compare(refreshedId, firstId, { limit: 1, ...(cursor ? { cursor } : {}) });
        pages.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(pages).toEqual(whole.items);
    });

    it("says that one of the two is not there", async () => {
      await expect(compare("nowhere", firstId)).rejects.toMatchObject({ code: "not_found", field: "id" });
      await expect(compare(firstId, "nowhere")).rejects.toMatchObject({ code: "not_found", field: "with" });
    });
  });

  describe("states on screen", () => {
    it("are read now, and not again a moment later", async () => {
      await sandbox.control("DELETE", "calls");
      const input = { functions: [functionArn], maxAgeSeconds: 0 };
      const { items, failures } = await readFunctionStates(app.request(), input);
      expect(items).toMatchObject([{ functionArn, state: "Active" }]);
      expect(failures).toEqual([]);
      expect(await readFunctionStates(app.request(), { ...input, maxAgeSeconds: 60 })).toEqual({
        items,
        failures,
      });
      expect((await askedFor()).match(/"GetFunction"/g)).toHaveLength(1);
    });

    it("are taken over by the next snapshot", async () => {
      const [state] = (
        await readFunctionStates(app.request(), { functions: [functionArn], maxAgeSeconds: 60 })
      ).items;
      await refresh();
      const { network } = await getNetwork({ ctx: app.request() });
      expect(network.functionStates.get(functionArn)?.resource.ReadAt).toBe(state?.stateReadAt);
    });

    it("tell which could not be read, and why", async () => {
      await sandbox.control("POST", "faults", { kind: "deny", operation: "lambda:GetFunction" });
      const input = { functions: [functionArn], maxAgeSeconds: 0 };
      const { items, failures } = await readFunctionStates(app.request(), input);
      await sandbox.control("DELETE", "faults");
      expect(items).toEqual([]);
      expect(failures).toMatchObject([{ functionArn, error: { missingPermission: "lambda:GetFunction" } }]);
    });

    it("name what is no function", async () => {
      const input = { functions: [functionArn, "no-such-function"], maxAgeSeconds: 0 };
      await expect(readFunctionStates(app.request(), input)).rejects.toMatchObject({
        code: "not_found",
        field: "functions[1]",
      });
    });
  });

  describe("retention", () => {
    it("keeps a day's worth by default", async () => {
      expect(retentionRule.parse(await getRetention(app.request()))).toMatchObject({ recentHours: 24 });
    });

    it("drops what a narrower rule no longer keeps, but nothing that is pinned, and writes it down", async () => {
      await pinSnapshot(app.request(), { id: firstId, isPinned: true });
      const rule = { recentHours: 24, recentMost: 1, dailyDays: 0 };
      await setRetention(app.request(), rule);
      expect(await getRetention(app.request())).toEqual(rule);
      const newest = (await getNetwork({ ctx: app.request() })).snapshot.id;
      const ready = (await listSnapshots(app.request())).items.filter(({ status }) => status === "ready");
      expect(ready.map(({ id }) => id)).toEqual([newest, firstId]);
      expect(ready.at(-1)?.isPinned).toBe(true);
      const { items } = await listAudit(app.request(), { limit: 200 });
      const actions = items.map(({ action, resource }) => `${action} ${resource}`);
      expect(actions).toEqual(
        expect.arrayContaining([
          "settings.change retention",
          `snapshot.pin ${firstId}`,
          `snapshot.expire ${refreshedId}`,
        ]),
      );
    });

    it("is applied after each reading, and lets go of what is no longer pinned", async () => {
      await pinSnapshot(app.request(), { id: firstId, isPinned: false });
      const { id } = await refresh();
      await expect.poll(() => countOf("ready")).toBe(1);
      expect((await getNetwork({ ctx: app.request() })).snapshot.id).toBe(id);
      await expect(getSnapshot(app.request(), firstId)).rejects.toMatchObject({ code: "not_found" });
    });
  });
});
