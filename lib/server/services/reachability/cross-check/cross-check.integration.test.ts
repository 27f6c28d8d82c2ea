import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { endpoints } from "@/lib/contract/endpoints";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { listAudit } from "../../audit/list-audit";
import { evaluateReachability } from "../evaluate-reachability";
import { scriptFor } from "../test-api/script-for.test-builder";
import { crossCheck } from "./cross-check";

withDatabase("POST /api/reachability/cross-check", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    const { url: endpoint, region, credentials } = sandbox;
    app = await startTestApp({ database: database(), endpoint, region, credentials, runsOperations: false });
    await app.collect();
  });
  afterEach(async () => {
    await sandbox.control("DELETE", "faults");
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  const { ask, refusal, send } = scriptFor(
    endpoints.crossCheck,
    ({ ctx, body }) => crossCheck({ ctx, input: body }),
    () => app.request(),
  );
  const toDatabase = { destination: { dbInstanceIdentifier: "orders-db" }, protocol: "tcp", port: 5432 };
  const fromOrders = { functionName: "orders-api", ...toDatabase };
  /** The interface that Mooring will ask about, and where its own way ends. */
  const endsOf = async (functionName: string) => {
    const input = { source: { functionName }, ...toDatabase, protocol: "tcp" as const };
    const [trace] = (await evaluateReachability({ ctx: app.request(), input })).traces;
    return { source: trace?.networkInterfaceId ?? "", destination: trace?.forward.at(-1)?.resourceId ?? "" };
  };
  const declare = (ends: { source: string; destination: string }, answer: object) =>
    sandbox.control("POST", "insights-result", { ...ends, protocol: "tcp", answer });
  /** What AWS still has of it. */
  const left = () => {
    const { insightsPaths, insightsAnalyses } = sandbox.regionWorld().transit;
    return [...insightsPaths, ...insightsAnalyses];
  };
  const newestAudit = async () => (await listAudit(app.request(), { limit: 1 })).items[0];

  it("shows AWS's answer beside its own, deletes what it made, and records what it cost", async () => {
    const ends = await endsOf("orders-api");
    await declare(ends, {
      NetworkPathFound: true,
      ForwardPathComponents: [{ SequenceNumber: 1, Component: { Id: ends.source } }],
    });
    const found = await ask(fromOrders);
    expect(found).toMatchObject({
      networkInterfaceId: ends.source,
      awsDestination: ends.destination,
      priceUsd: 0.1,
      mooring: { verdict: "reachable" },
      aws: { status: "succeeded", networkPathFound: true, forward: [ends.source] },
      agrees: true,
      leftover: [],
    });
    expect(left()).toEqual([]);
    expect(await newestAudit()).toMatchObject({
      action: "reachability.cross-check",
      resource: found.functionArn,
      outcome: "succeeded",
      detail: { priceUsd: 0.1, Destination: ends.destination },
    });
  });

  it("shows AWS's codes with what they name, and says where the two do not agree", async () => {
    const ends = await endsOf("payments-capture");
    const SecurityGroup = { Id: "sg-0123456789abcdef0" };
    await declare(ends, {
      NetworkPathFound: false,
      Explanations: [{ ExplanationCode: "ENI_SG_RULES_MISMATCH", Direction: "ingress", SecurityGroup }],
    });
    const question = { ...fromOrders, functionName: "payments-capture" };
    expect(await ask(question)).toMatchObject({
      mooring: { verdict: "unreachable", codes: ["ENI_SG_RULES_MISMATCH"] },
      aws: {
        networkPathFound: false,
        explanations: [
          {
            code: "ENI_SG_RULES_MISMATCH",
            direction: "ingress",
            components: [{ role: "SecurityGroup", id: SecurityGroup.Id }],
          },
        ],
      },
      agrees: true,
    });
    sandbox.regionWorld().transit.insightsResults.length = 0;
    await declare(ends, { NetworkPathFound: true });
    expect(await ask(question)).toMatchObject({ agrees: false });
  });

  it("does not know whether they agree where AWS's analysis fails", async () => {
    const found = await ask({ ...fromOrders, port: 5433 });
    sandbox.regionWorld().transit.insightsResults.length = 0;
    const failed = await ask(fromOrders);
    expect(found.mooring.verdict).toBe("unreachable");
    expect(failed).toMatchObject({ aws: { status: "failed", networkPathFound: null }, agrees: null });
    expect(failed.aws.statusMessage).toContain("No result was declared");
    expect(left()).toEqual([]);
  });

  it.each([
    ["CreateNetworkInsightsPath", "refused"],
    ["StartNetworkInsightsAnalysis", "refused"],
    ["DescribeNetworkInsightsAnalyses", "succeeded"],
  ])(
    "names the permission that is missing where AWS denies %s, and leaves nothing",
    async (call, outcome) => {
      await sandbox.control("POST", "faults", { kind: "deny", operation: `ec2:${call}` });
      expect(await refusal(fromOrders)).toMatchObject({
        status: 502,
        code: "aws_error",
        aws: { code: "UnauthorizedOperation", operation: call, missingPermission: `ec2:${call}` },
      });
      expect(left()).toEqual([]);
      // Once AWS has begun it costs, whatever comes after.
      expect(await newestAudit()).toMatchObject({ outcome });
    },
  );

  it("says what it could not delete", async () => {
    await sandbox.control("POST", "faults", { kind: "deny", operation: "ec2:DeleteNetworkInsightsPath" });
    const { leftover } = await ask(fromOrders);
    expect(leftover).toEqual(left().map(({ NetworkInsightsPathId }) => NetworkInsightsPathId));
    expect(leftover).toHaveLength(1);
    sandbox.regionWorld().transit.insightsPaths.length = 0;
  });

  it.each<[string, object, object]>([
    ["an unknown function", { functionName: "nobody" }, { status: 404, field: "functionName" }],
    ["a function in no VPC", { functionName: "warehouse-sync" }, { status: 409, code: "conflict" }],
    ["a subnet that it is not in", { subnetId: "subnet-0" }, { status: 409, code: "conflict" }],
    ["a block of addresses", { destination: { cidr: "10.0.0.0/8" } }, { status: 409, code: "conflict" }],
    [
      "an unknown database",
      { destination: { dbInstanceIdentifier: "no-db" } },
      { status: 404, field: "destination.dbInstanceIdentifier" },
    ],
    ["ICMP", { protocol: "icmp" }, { status: 400, field: "protocol" }],
    ["a range of ports", { port: { from: 1, to: 2 } }, { status: 400, field: "port" }],
  ])("refuses %s before anything is made", async (_name, changes, expected) => {
    expect(await refusal({ ...fromOrders, ...changes })).toMatchObject(expected);
    expect(left()).toEqual([]);
    expect(await newestAudit()).toMatchObject({ action: "crossCheck", outcome: "refused" });
  });

  it("takes an operator, and the app's own origin", async () => {
    const viewer = app.request({ actor: { id: "v", role: "viewer" } });
    const input = { ...fromOrders, protocol: "tcp" as const };
    await expect(crossCheck({ ctx: viewer, input })).rejects.toMatchObject({ code: "forbidden" });
    expect((await send(fromOrders, { origin: "http://evil.test" })).status).toBe(403);
    expect(left()).toEqual([]);
  });
});
