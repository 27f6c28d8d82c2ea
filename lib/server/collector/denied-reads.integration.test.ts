import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { topology } from "@/lib/contract/topology";
import { functionDetail, functionList } from "@/lib/contract/functions";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { dependentCalls } from "../aws/reads/dependent-calls";
import { regionCalls } from "../aws/reads/region-calls";
import { getFunction } from "../services/functions/get-function";
import { listFunctions } from "../services/functions/list-functions";
import { getSnapshot } from "../services/snapshots/get-snapshot";
import { getTopology } from "../services/topology/get-topology";

const reads = [
  ...new Map([...regionCalls, ...dependentCalls].map(({ call, permission }) => [call, permission])),
];

withDatabase("a snapshot of which one read was denied", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  let functionName: string;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    const { url: endpoint, region, credentials } = sandbox;
    app = await startTestApp({ database: database(), endpoint, region, credentials, runsOperations: false });
    await app.collect();
    const { items } = await listFunctions({ ctx: app.request(), input: { limit: 1000 } });
    functionName = items.find(({ vpcConfig }) => vpcConfig !== null)?.functionName ?? "";
  });
  afterEach(async () => {
    await sandbox.control("DELETE", "faults");
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  describe("names the gap and keeps all else", () => {
    it.each(reads)("%s", async (call, permission) => {
      await sandbox.control("POST", "faults", { kind: "deny", operation: permission });
      const snapshotId = await app.collect();
      const { status, coverage } = await getSnapshot(app.request(), snapshotId);
      const asked = coverage.find((one) => one.call === call);
      expect(status).toBe("ready");
      if (asked?.status === "ok") {
        // The demo has nothing that this call would be asked about, or what it says is known already.
        expect(asked.requests).toBe(0);
        return;
      }
      expect(asked).toMatchObject({ status: "failed", error: { missingPermission: permission } });
      const others = coverage.filter((one) => one.status === "failed" && one.call !== call);
      expect(others.filter(({ error }) => error?.missingPermission !== permission)).toEqual([]);
      await looksWhole(snapshotId, call);
    });
  });

  async function looksWhole(snapshotId: string, call: string): Promise<void> {
    const ctx = app.request();
    const list = functionList.parse(await listFunctions({ ctx, input: { snapshotId, limit: 1000 } }));
    topology.parse(await getTopology({ ctx, input: { snapshotId } }));
    if (call === "ListFunctions") {
      expect(list.total).toBe(0);
      expect(list.gaps.map((gap) => gap.call)).toContain(call);
      return;
    }
    expect(list.total).toBeGreaterThan(30);
    const detail = functionDetail.parse(
      await getFunction({ ctx, input: { name: functionName, snapshotId } }),
    );
    if (call === "DescribeNetworkInterfaces") expect(detail.networkInterfaces).toBeNull();
    if (call === "DescribeSecurityGroups")
      expect(detail.securityGroups.every(({ rulesKnown }) => !rulesKnown)).toBe(true);
  }
});
