import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { snapshotSummary } from "@/lib/contract/snapshots";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import type { AwsClients } from "../../aws/aws-clients";
import { getFunction, updateFunctionConfiguration } from "../../aws/lambda";
import { refreshTouched } from "../../collector/refresh/refresh-touched";
import { registerCollector } from "../../collector/register-collector";
import { chunks } from "../../store/schema/captures";
import { insertSnapshot } from "../../store/snapshot-store/snapshot-rows";
import { awaitSnapshot } from "./await-snapshot";
import { cancelSnapshot } from "./cancel-snapshot";
import { createSnapshot } from "./create-snapshot";
import { deleteSnapshot } from "./delete-snapshot";
import { getNetwork } from "./get-network";
import { getSnapshot } from "./get-snapshot";
import { listSnapshots } from "./list-snapshots";
import { bodyOf, startSnapshotsContext, type SnapshotsContext } from "./snapshots.test-builder";

withDatabase("live snapshots", (database) => {
  let sandbox: TestSandbox;
  let test: SnapshotsContext;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    test = await startSnapshotsContext(database(), sandbox);
  });
  afterEach(() => sandbox.control("DELETE", "faults"));
  afterAll(async () => {
    await test.stop();
    await sandbox.close();
  });

  const create = (body: object, isAsync = false) =>
    createSnapshot(test.ctx, { body: bodyOf(JSON.stringify(body)), isAsync });

  const countChunks = async () => (await database().db.select({ hash: chunks.hash }).from(chunks)).length;
  async function waitUntilUpdated(aws: AwsClients, FunctionName: string): Promise<void> {
    for (;;) {
      const { Configuration } = await getFunction({ aws }, { FunctionName });
      if (Configuration?.LastUpdateStatus !== "InProgress") return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it("answers no_snapshot with a next step until AWS was read", async () => {
    await expect(getNetwork({ ctx: test.ctx })).rejects.toMatchObject({
      code: "no_snapshot",
      nextStep: expect.stringContaining("Read AWS") as unknown,
    });
  });

  it("reads AWS by itself at the first start, and takes up what a killed server left", async () => {
    const left = test.ctx.ids.uuid();
    await insertSnapshot(database().db, {
      id: left,
      name: "left",
      source: "live",
      status: "collecting",
      capturedAt: new Date(),
      createdAt: new Date(Date.now() - 1000),
      regions: [sandbox.region],
    });
    await registerCollector(test.ctx);
    expect(await awaitSnapshot(test.ctx, left)).toMatchObject({
      status: "ready",
      accounts: [sandbox.world.homeAccountId],
    });
    const { network, snapshot } = await getNetwork({ ctx: test.ctx });
    expect(snapshot.id).toBe(left);
    expect(network.vpcs.size).toBe(sandbox.regionWorld().vpcs.length);
  });

  it("answers 201's body when reading has finished", async () => {
    const snapshot = await create({ source: "live" });
    expect(snapshotSummary.parse(snapshot)).toMatchObject({
      status: "ready",
      source: "live",
      regions: [sandbox.region],
    });
    expect(snapshot.counts["Vpcs"]).toBeGreaterThanOrEqual(3);
    expect(snapshot.coverage.every(({ status }) => status === "ok")).toBe(true);
    expect((await listSnapshots(test.ctx)).items[0]?.id).toBe(snapshot.id);
    expect((await getNetwork({ ctx: test.ctx })).snapshot.id).toBe(snapshot.id);
  });

  it("names the account that it cannot read", async () => {
    await expect(create({ source: "live", accountIds: ["999999999999"] })).rejects.toMatchObject({
      code: "invalid_request",
      field: "accountIds[0]",
    });
  });

  it("names the field that is wrong", async () => {
    await expect(create({ source: "live", regions: ["nowhere"] })).rejects.toMatchObject({
      code: "invalid_request",
      field: "regions[0]",
    });
  });

  it("ends a snapshot as canceled, and keeps nothing of it", async () => {
    await sandbox.control("POST", "faults", { kind: "latency", operation: "*", latencyMs: 4_000 });
    const { id, status } = await create({ source: "live" }, true);
    expect(status).toBe("collecting");
    await cancelSnapshot(test.ctx, id);
    expect(await getSnapshot(test.ctx, id)).toMatchObject({ status: "canceled", coverage: [] });
    await expect(cancelSnapshot(test.ctx, id)).rejects.toMatchObject({ code: "conflict" });
  });

  it("stops a refresh that is canceled while AWS is asked, and leaves the newest snapshot as it was", async () => {
    const before = await create({ source: "live" });
    const chunksBefore = await countChunks();
    // Throttling is waited out for as long as it takes: only the cancel can end this refresh.
    await sandbox.control("POST", "faults", { kind: "throttle", operation: "lambda:ListFunctions" });
    const { id } = await create({ source: "live", scope: "changing" }, true);
    await sandbox.control("DELETE", "calls");
    const countCalls = async () => ((await sandbox.control("GET", "calls"))["calls"] as unknown[]).length;
    while ((await countCalls()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await getSnapshot(test.ctx, id)).status).toBe("collecting");
    await cancelSnapshot(test.ctx, id);
    // It hears of the cancel within half a second; one that did not would ask again within two more.
    await new Promise((resolve) => setTimeout(resolve, 700));
    await sandbox.control("DELETE", "calls");
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await countCalls()).toBe(0);
    await sandbox.control("DELETE", "faults");
    expect(await getSnapshot(test.ctx, id)).toMatchObject({ status: "canceled", coverage: [] });
    expect(await countChunks()).toBe(chunksBefore);
    expect((await getNetwork({ ctx: test.ctx })).snapshot.id).toBe(before.id);
    expect(await create({ source: "live", scope: "changing" })).toMatchObject({ status: "ready" });
  });

  it("fails with AWS's own words when the credentials have expired", async () => {
    const { credentials } = sandbox.clientConfig("expired");
    const expired = await startSnapshotsContext(database(), { ...sandbox, credentials });
    await registerCollector(expired.ctx);
    await test.stop();
    await expect(
      createSnapshot(expired.ctx, { body: bodyOf('{"source":"live"}'), isAsync: false }),
    ).rejects.toMatchObject({
      code: "no_credentials",
      message: expect.stringContaining("expired") as unknown,
      nextStep: expect.stringContaining("Sign in") as unknown,
      aws: { code: "ExpiredTokenException" },
    });
    expect((await listSnapshots(expired.ctx)).items[0]).toMatchObject({ status: "failed" });
    await expired.stop();
    test = await startSnapshotsContext(database(), sandbox);
    await registerCollector(test.ctx);
  });

  it("shows a changed function after a refresh, and shares everything else", async () => {
    const before = await create({ source: "live" });
    const attached = (await getNetwork({ ctx: test.ctx })).network.connections.values().next().value;
    const functionArn = attached?.functionArns[0] ?? "";
    const { aws } = test.ctx;
    const noVpc = { SubnetIds: [], SecurityGroupIds: [] };
    await updateFunctionConfiguration({ aws }, { FunctionName: functionArn, VpcConfig: noVpc });
    await waitUntilUpdated(aws, functionArn);
    const chunksBefore = await countChunks();
    await refreshTouched(test.ctx, { region: sandbox.region, functionArn });
    const { network, snapshot } = await getNetwork({ ctx: test.ctx });
    expect(snapshot.id).not.toBe(before.id);
    expect(snapshot).toMatchObject({ status: "ready", counts: { Functions: before.counts["Functions"] } });
    expect(snapshot.coverage.every(({ status }) => status === "ok")).toBe(true);
    expect(network.functionStates.get(functionArn)?.resource.VpcConfig?.SubnetIds ?? []).toEqual([]);
    // Functions, states, interfaces and subnets: one chunk each at this size.
    expect((await countChunks()) - chunksBefore).toBeLessThanOrEqual(4);
  });

  it("lets no refresh of several at once lose another's function", async () => {
    await create({ source: "live" });
    const { network } = await getNetwork({ ctx: test.ctx });
    const arns = [...network.functionStates.keys()].slice(0, 4);
    await Promise.all(
      arns.map((functionArn) => refreshTouched(test.ctx, { region: sandbox.region, functionArn })),
    );
    const after = (await getNetwork({ ctx: test.ctx })).network;
    for (const arn of arns) {
      const readAt = after.functionStates.get(arn)?.resource.ReadAt ?? "";
      expect(readAt > (network.functionStates.get(arn)?.resource.ReadAt ?? "")).toBe(true);
    }
    expect(after.functionStates.size).toBe(network.functionStates.size);
  });

  it("is gone once it is deleted", async () => {
    const { id } = await create({ source: "live" });
    await deleteSnapshot(test.ctx, id);
    await expect(getSnapshot(test.ctx, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(getNetwork({ ctx: test.ctx, snapshotId: id })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteSnapshot(test.ctx, id)).rejects.toMatchObject({ code: "not_found" });
  });
});
