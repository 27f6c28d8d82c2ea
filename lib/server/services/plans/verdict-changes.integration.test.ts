import { afterAll, beforeAll, expect, it } from "vitest";
import { plan as planSchema, type PlanIntent } from "@/lib/contract/plans";
import { nameTag } from "@/lib/core/network/name-tag";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { applyPlan } from "./apply-plan";
import { createPlan } from "./create-plan";
import { getPlan } from "./get-plan";

withDatabase("what a plan gains and loses", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo", speed: 200 });
    const { url: endpoint, region, credentials } = sandbox;
    app = await startTestApp({ database: database(), endpoint, region, credentials, runsOperations: false });
    await app.collect();
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  const ids = (subnets: string[], groups: string[]) => ({
    subnetIds: subnets.map(
      (name) => sandbox.regionWorld().subnets.find((one) => nameTag(one) === name)?.SubnetId ?? "",
    ),
    securityGroupIds: groups.map(
      (name) =>
        sandbox.regionWorld().securityGroups.find(({ GroupName }) => GroupName === name)?.GroupId ?? "",
    ),
  });
  const attach = (functionName: string, subnets: string[], groups: string[]): PlanIntent => ({
    kind: "attach-function",
    functionName,
    ...ids(subnets, groups),
  });
  const detach = (functionName: string): PlanIntent => ({ kind: "detach-function", functionName });
  const planned = async (intent: PlanIntent) => {
    const plan = planSchema.parse(await createPlan(app.request(), { intent }));
    const { verdictChanges, verdictChangesStatus } = plan.preview;
    const kinds = Object.fromEntries(verdictChanges.map(({ key, kind }) => [key, kind]));
    return {
      plan,
      kinds,
      verdictChangesStatus,
      check: plan.checks.find(({ code }) => code === "loses-access"),
    };
  };

  it("attaching for a database gains it and keeps the internet", async () => {
    const { kinds, check, verdictChangesStatus } = await planned(
      attach("warehouse-sync", ["prod-private-a", "prod-private-b"], ["orders-functions"]),
    );
    expect(verdictChangesStatus).toBe("evaluated");
    expect(kinds).toMatchObject({
      internet: "unchanged",
      "service:s3": "unchanged",
      "db:orders-db": "gained",
    });
    expect(check?.status).toBe("pass");
  });

  it("attaching to a public subnet loses the internet, which needs to be acknowledged by its name", async () => {
    const { plan, kinds, check } = await planned(
      attach("warehouse-sync", ["prod-public-a"], ["orders-functions"]),
    );
    expect(kinds).toMatchObject({ internet: "lost" });
    expect(check).toMatchObject({
      status: "warn",
      message: expect.stringContaining("the internet") as string,
    });
    const others = plan.checks.map(({ code }) => code).filter((code) => code !== "loses-access");
    await expect(applyPlan(app.request(), { id: plan.id, acknowledge: others })).rejects.toMatchObject({
      code: "acknowledgement_required",
      message: expect.stringContaining("loses-access") as string,
    });
  });

  it("subnets that differ make the internet mixed", async () => {
    const { kinds, check } = await planned(
      attach("warehouse-sync", ["prod-public-a", "prod-private-b"], ["orders-functions"]),
    );
    expect(kinds).toMatchObject({ internet: "mixed" });
    expect(check).toMatchObject({
      status: "warn",
      message: expect.stringContaining("only sometimes") as string,
    });
  });

  it("detaching names the database across the peering that is lost", async () => {
    const { plan, kinds, check } = await planned(detach("orders-api"));
    expect(kinds).toMatchObject({
      internet: "unchanged",
      "db:orders-db": "lost",
      "db:catalog-db": "unchanged",
    });
    expect(check?.message).toContain("orders-db");
    expect(check?.evidence).toContainEqual({
      fact: "orders-db on tcp 5432: reachable now, unreachable afterwards",
    });
    const kept = await getPlan(app.request(), plan.id);
    expect(kept.preview.verdictChanges).toEqual(plan.preview.verdictChanges);
  });

  it("creating is compared with a function in no VPC, and loses nothing that it had", async () => {
    const roleArn = `arn:aws:iam::${sandbox.world.homeAccountId}:role/nobody`;
    const { kinds, check } = await planned({
      kind: "create-function",
      functionName: "brand-new",
      runtime: "nodejs22.x",
      handler: "index.handler",
      roleArn,
      code: { sample: "hello" },
      ...ids(["data-isolated-a", "data-isolated-b"], ["etl-functions"]),
    });
    expect(kinds).toMatchObject({ internet: "lost", "service:s3": "unchanged", "db:orders-db": "gained" });
    expect(check).toBeUndefined();
  });

  it("says that subnets which are not in the newest snapshot could not be evaluated", async () => {
    const { securityGroupIds } = ids([], ["orders-functions"]);
    const subnetIds = ["subnet-0123456789abcdef0"];
    const { kinds, verdictChangesStatus, check, plan } = await planned({
      kind: "attach-function",
      functionName: "warehouse-sync",
      subnetIds,
      securityGroupIds,
    });
    expect([kinds, verdictChangesStatus, check?.status]).toEqual([{}, "not-evaluated", "unknown"]);
    expect(plan.preview.verdictChangesNote).toContain("subnet-0123456789abcdef0");
  });
});
