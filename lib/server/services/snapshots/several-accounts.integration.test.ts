import { afterAll, beforeAll, expect, it } from "vitest";
import type { SnapshotSummary } from "@/lib/contract/snapshots";
import { HYBRID_ACCOUNTS } from "@/lib/sandbox/scenarios/hybrid/hybrid-accounts";
import { getAccount } from "@/lib/sandbox/world/find-account";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { listAudit } from "../audit/list-audit";
import { createPlan } from "../plans/create-plan";
import { collectSnapshot } from "./collect-snapshot";
import { getNetwork } from "./get-network";

const { workload, network, shared } = HYBRID_ACCOUNTS;
const NEAR = "eu-west-1";
const FAR = "eu-central-1";

withDatabase("a snapshot of several accounts and regions", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  let snapshot: SnapshotSummary;
  beforeAll(async () => {
    // At AWS's speed: the keys of a role last an hour of the sandbox's.
    sandbox = await startSandbox({ scenario: "hybrid", speed: 1 });
    trust(network, "a-secret");
    trust(shared, "another-secret");
    app = await startTestApp({
      database: database(),
      endpoint: sandbox.url,
      region: sandbox.region,
      credentials: sandbox.clientConfig("readOnly").credentials,
      readRole: { name: "mooring-read", externalId: "a-secret" },
      runsOperations: false,
    });
    await app.collect();
    snapshot = await collect({ accountIds: [workload, network, shared] });
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  /** The role of an account lets in only who knows its external id. */
  function trust(accountId: string, externalId: string): void {
    const role = getAccount(sandbox.world, accountId).roles.find(
      ({ roleName }) => roleName === "mooring-read",
    );
    if (role === undefined) throw new Error("hybrid has a role to look in every account");
    const document = JSON.parse(role.assumeRolePolicyDocument) as { Statement: object[] };
    const Condition = { StringEquals: { "sts:ExternalId": externalId } };
    role.assumeRolePolicyDocument = JSON.stringify({
      ...document,
      Statement: document.Statement.map((statement) => ({ ...statement, Condition })),
    });
  }

  const collect = (
    input: { accountIds?: string[]; regions?: string[]; scope?: "changing" },
    request = app.request(),
  ) => collectSnapshot(request, { source: "live", regions: [NEAR, FAR], ...input }, false);
  const placesOf = ({ coverage }: SnapshotSummary, status: "ok" | "failed") => [
    ...new Set(
      coverage
        .filter((entry) => entry.status === status)
        .map((entry) => `${entry.accountId} ${entry.region}`),
    ),
  ];
  const askedFor = async () => JSON.stringify((await sandbox.control("GET", "calls"))["calls"]);

  it("holds what each account has in each region", async () => {
    expect(snapshot).toMatchObject({ status: "ready", regions: [NEAR, FAR] });
    expect(snapshot.accounts).toEqual([workload, network, shared].sort());
    const { network: read } = await getNetwork({ ctx: app.request(), snapshotId: snapshot.id });
    const places = new Set([...read.vpcs.values()].map(({ accountId, region }) => `${accountId} ${region}`));
    expect(places).toEqual(new Set([`${workload} ${NEAR}`, `${workload} ${FAR}`, `${network} ${NEAR}`]));
    // Only the gateway's owner is told of its tables.
    expect([...read.transitGatewayRouteTables.values()].map(({ accountId }) => accountId)).toContain(network);
  });

  it("has a gap with AWS's code where an account lets nobody in, and no other", () => {
    expect(placesOf(snapshot, "failed")).toEqual([`${shared} ${FAR}`, `${shared} ${NEAR}`]);
    expect(placesOf(snapshot, "ok")).toHaveLength(4);
    const refused = snapshot.coverage.filter(({ accountId }) => accountId === shared);
    for (const { status, error } of refused) {
      expect(status).toBe("failed");
      expect(error).toMatchObject({ code: "AccessDenied", missingPermission: "sts:AssumeRole" });
    }
  });

  it("is refreshed in every place that lets Mooring in", async () => {
    await sandbox.control("DELETE", "calls");
    const refreshed = await collectSnapshot(app.request(), { source: "live", scope: "changing" }, false);
    expect(refreshed).toMatchObject({
      scope: "changing",
      accounts: snapshot.accounts,
      counts: snapshot.counts,
    });
    expect(placesOf(refreshed, "failed")).toEqual(placesOf(snapshot, "failed"));
    const asked = await askedFor();
    expect(asked).not.toContain("DescribeVpcs");
    expect(asked.match(/"DescribeNatGateways"/g)).toHaveLength(4);
  });

  it("gives no key of a role away", async () => {
    const keys = Object.keys(sandbox.world.accessKeys).filter((key) => key.startsWith("ASIA"));
    expect(keys.length).toBeGreaterThan(0);
    const told = JSON.stringify([snapshot, await listAudit(app.request(), { limit: 200 })]);
    for (const key of keys) expect(told).not.toContain(key);
    expect(told).not.toContain("a-secret");
  });

  it("fails, with what to do, where no account lets Mooring in", async () => {
    await expect(collect({ accountIds: [shared] })).rejects.toMatchObject({
      code: "aws_error",
      aws: { code: "AccessDenied", missingPermission: "sts:AssumeRole" },
      nextStep: expect.stringContaining("MOORING_READ_ROLE_NAME") as string,
    });
  });

  it("is refused at once where nothing says which role enters another account", async () => {
    const { config } = app.request();
    const request = app.request({ config: { ...config, readRole: null } });
    await expect(collect({ accountIds: [workload, network] }, request)).rejects.toMatchObject({
      code: "invalid_request",
      field: "accountIds[1]",
      message: expect.stringContaining("MOORING_READ_ROLE_NAME") as string,
    });
    expect(await collect({ accountIds: [workload] }, request)).toMatchObject({ accounts: [workload] });
  });

  it("shows functions of other accounts, which are not changed from here", async () => {
    const functionName = `arn:aws:lambda:${NEAR}:${network}:function:theirs`;
    await sandbox.control("DELETE", "calls");
    const intent = { kind: "detach-function", functionName } as const;
    await expect(createPlan(app.request(), { intent })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(`of account ${network}`) as string,
    });
    expect(await askedFor()).not.toContain("GetFunction");
  });
});
