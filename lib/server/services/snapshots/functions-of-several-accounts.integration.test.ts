import { afterAll, beforeAll, expect, it } from "vitest";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { HYBRID_ACCOUNTS } from "@/lib/sandbox/scenarios/hybrid/hybrid-accounts";
import type { LambdaFunction } from "@/lib/sandbox/world/world";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { listFunctions } from "../functions/list-functions";
import { collectSnapshot } from "./collect-snapshot";

const { workload, network, shared } = HYBRID_ACCOUNTS;
const REGION = "eu-west-1";
/** Launched in 2019: an account has to opt in to it, and none of these has. */
const NOT_ENABLED = "me-south-1";

withDatabase("functions of several accounts, read in a thread of its own", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  let snapshot: SnapshotSummary;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "hybrid", speed: 1 });
    const [theirs] = sandbox.regionWorld().functions.map(({ versions }) => versions[0]?.FunctionName ?? "");
    // All of hybrid's functions are at home: two other accounts get one of the same name.
    for (const accountId of [network, shared]) give(accountId, theirs ?? "");
    app = await startTestApp({
      database: database(),
      endpoint: sandbox.url,
      region: sandbox.region,
      credentials: sandbox.clientConfig("readOnly").credentials,
      readRole: { name: "mooring-read" },
      runsOperations: false,
      readsInThread: true,
    });
    await app.collect();
    const accountIds = [workload, network, shared];
    const regions = [REGION, NOT_ENABLED];
    snapshot = await collectSnapshot(app.request(), { source: "live", regions, accountIds }, false);
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  function give(accountId: string, functionName: string): void {
    const fn = sandbox
      .regionWorld()
      .functions.find(({ versions }) => versions[0]?.FunctionName === functionName);
    if (fn === undefined) throw new Error("hybrid has functions at home");
    // The same but for the account that its ARNs name.
    const copy = JSON.parse(JSON.stringify(fn).replaceAll(workload, accountId)) as LambdaFunction;
    for (const version of copy.versions) delete version.VpcConfig;
    sandbox.regionWorld({ accountId }).functions.push(copy);
  }

  const listed = async () => {
    const input = { snapshotId: snapshot.id, limit: 200 };
    return (await listFunctions({ ctx: app.request(), input })).items;
  };

  it("are each shown with the account that it is of, its state read as that account", async () => {
    const items = await listed();
    const atHome = sandbox.regionWorld().functions.length;
    expect(items).toHaveLength(atHome + 2);
    expect(new Set(items.map(({ accountId }) => accountId))).toEqual(new Set([workload, network, shared]));
    for (const { functionArn, accountId } of items) expect(functionArn.split(":")[4]).toBe(accountId);
    for (const accountId of [network, shared]) {
      const own = items.filter((item) => item.accountId === accountId);
      expect(own).toMatchObject([{ region: REGION, vpcConfig: null, state: "Active" }]);
    }
  });

  it("have a gap in a region that is not enabled, beside one that is", () => {
    expect(snapshot.status).toBe("ready");
    const placesOf = (region: string) => snapshot.coverage.filter((entry) => entry.region === region);
    expect(placesOf(REGION).filter(({ status }) => status === "failed")).toEqual([]);
    const refused = placesOf(NOT_ENABLED).filter(({ status }) => status !== "absent");
    expect(new Set(refused.map(({ status }) => status))).toEqual(new Set(["failed"]));
    expect(new Set(refused.map(({ accountId }) => accountId))).toEqual(new Set([workload, network, shared]));
    const codes = new Set(refused.map(({ error }) => error?.code));
    expect(codes).toEqual(new Set(["AuthFailure", "InvalidClientTokenId", "UnrecognizedClientException"]));
  });

  it("are refreshed in the region that is enabled, and its gap in the other stays", async () => {
    const refreshed = await collectSnapshot(app.request(), { source: "live", scope: "changing" }, false);
    expect(refreshed).toMatchObject({ status: "ready", counts: snapshot.counts });
  });
});
