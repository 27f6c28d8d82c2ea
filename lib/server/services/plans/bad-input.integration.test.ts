import { AssociateSecurityGroupVpcCommand, DisassociateSecurityGroupVpcCommand } from "@aws-sdk/client-ec2";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PlanIntent } from "@/lib/contract/plans";
import { nameTag } from "@/lib/core/network/name-tag";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { updateFunctionConfiguration } from "../../aws/lambda";
import { listOperations } from "../operations/list-operations";
import { applyPlan } from "./apply-plan";
import { createPlan } from "./create-plan";
import { listPlans } from "./list-plans";

type AttachIntent = Extract<PlanIntent, { kind: "attach-function" }>;

withDatabase("bad input", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo", speed: 200 });
    const { url: endpoint, region, credentials } = sandbox;
    app = await startTestApp({ database: database(), endpoint, region, credentials });
    await app.collect();
  });
  afterEach(async () => {
    await sandbox.control("DELETE", "faults");
  });
  afterAll(async () => {
    await app.stop();
    await sandbox.close();
  });

  const region = () => {
    return sandbox.regionWorld();
  };
  const subnet = (name: string) => region().subnets.find((one) => nameTag(one) === name)?.SubnetId ?? "";
  const vpcOf = (subnetId: string) => region().subnets.find((one) => one.SubnetId === subnetId)?.VpcId ?? "";
  const group = (name: string) =>
    region().securityGroups.find(({ GroupName }) => GroupName === name)?.GroupId ?? "";
  const attach = (changes: Partial<AttachIntent> = {}): AttachIntent => ({
    kind: "attach-function",
    functionName: "warehouse-sync",
    subnetIds: [subnet("prod-private-a"), subnet("prod-private-b")],
    securityGroupIds: [group("orders-functions")],
    ...changes,
  });
  const ids = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${prefix}-${String(index).padStart(17, "0")}`);
  const plan = (intent: PlanIntent) => createPlan(app.request(), { intent });
  const apply = (id: string, acknowledge: string[] = []) => applyPlan(app.request(), { id, acknowledge });
  const stored = async () => ({
    plans: (await listPlans(app.request(), { limit: 200 })).items.length,
    operations: (await listOperations(app.request(), { limit: 200 })).items.length,
  });
  const writes = async () => {
    const { calls } = (await sandbox.control("GET", "calls")) as { calls: { operation: string }[] };
    return calls.filter(({ operation }) => !/^(Describe|Get|List|Simulate)/.test(operation)).length;
  };
  /** Everything that a refusal must leave as it was. */
  const world = async () => ({ ...(await stored()), writes: await writes() });

  describe("in itself", () => {
    const code = "ValidationException";
    it.each<[string, () => Partial<AttachIntent>, object]>([
      ["17 subnets", () => ({ subnetIds: ids("subnet", 17) }), { field: "intent.subnetIds", aws: { code } }],
      [
        "6 security groups",
        () => ({ securityGroupIds: ids("sg", 6) }),
        { field: "intent.securityGroupIds", aws: { code } },
      ],
      [
        "a malformed subnet",
        () => ({ subnetIds: ["vpc-1"] }),
        { field: "intent.subnetIds[0]", aws: { code } },
      ],
      [
        "no security group",
        () => ({ securityGroupIds: [] }),
        { field: "intent.securityGroupIds", aws: { code: "InvalidParameterValueException" } },
      ],
      [
        "no subnet",
        () => ({ subnetIds: [] }),
        { field: "intent.subnetIds", aws: { code: "InvalidParameterValueException" } },
      ],
      ["neither", () => ({ subnetIds: [], securityGroupIds: [] }), { field: "intent.subnetIds" }],
    ])(
      "is refused with the field and AWS's code, and leaves nothing: %s",
      async (_name, changes, expected) => {
        const before = await world();
        await expect(plan(attach(changes()))).rejects.toMatchObject({ code: "invalid_request", ...expected });
        expect(await world()).toEqual(before);
      },
    );

    it("names a function that does not exist, and leaves nothing", async () => {
      const before = await world();
      await expect(plan(attach({ functionName: "nope" }))).rejects.toMatchObject({
        code: "not_found",
        field: "intent.functionName",
        aws: { code: "ResourceNotFoundException" },
      });
      expect(await world()).toEqual(before);
    });
  });

  describe("that the world makes bad", () => {
    it("is unknown for a group of another VPC that AWS lists for this one, and needs to be acknowledged", async () => {
      const association = { GroupId: group("staging-functions"), VpcId: vpcOf(subnet("prod-private-a")) };
      await app.request().aws.ec2().send(new AssociateSecurityGroupVpcCommand(association));
      await sandbox.control("POST", "advance", { seconds: 60 });
      const { id, checks } = await plan(
        attach({ securityGroupIds: [group("orders-functions"), group("staging-functions")] }),
      );
      const check = checks.find(({ code }) => code === "same-vpc");
      expect(check).toMatchObject({
        status: "unknown",
        evidence: [{ resourceId: group("staging-functions") }],
      });
      expect(checks.filter(({ status }) => status === "block")).toEqual([]);
      const others = checks.map(({ code }) => code).filter((code) => code !== "same-vpc");
      await expect(apply(id, others)).rejects.toMatchObject({
        code: "acknowledgement_required",
        message: expect.stringContaining("same-vpc") as string,
      });
      await app.request().aws.ec2().send(new DisassociateSecurityGroupVpcCommand(association));
    });

    it.each<[string, () => Partial<AttachIntent>, string]>([
      [
        "a security group of another VPC",
        () => ({ securityGroupIds: [group("bastion"), group("catalog-db")] }),
        "same-vpc",
      ],
      ["subnets that do not exist", () => ({ subnetIds: ids("subnet", 2) }), "subnets-exist"],
    ])("is a check that blocks, and is not applied: %s", async (_name, changes, check) => {
      const { id, checks } = await plan(attach(changes()));
      expect(checks.filter(({ status }) => status === "block").map((one) => one.code)).toContain(check);
      const before = await world();
      await expect(
        apply(
          id,
          checks.map((one) => one.code),
        ),
      ).rejects.toMatchObject({ code: "plan_blocked" });
      expect(await world()).toEqual(before);
    });

    it("is a check that blocks where the VPC has dedicated tenancy", async () => {
      const vpcId = region().subnets.find((one) => nameTag(one) === "prod-private-a")?.VpcId;
      const vpc = region().vpcs.find((one) => one.VpcId === vpcId);
      if (vpc === undefined) throw new Error("The demo has no such VPC.");
      vpc.InstanceTenancy = "dedicated";
      await app.collect();
      const { checks } = await plan(attach());
      vpc.InstanceTenancy = "default";
      await app.collect();
      expect(checks.find((one) => one.code.includes("tenancy"))).toMatchObject({ status: "block" });
    });

    it("is a role that does not exist", async () => {
      const { checks } = await plan({
        kind: "create-function",
        functionName: "never-made",
        runtime: "nodejs22.x",
        handler: "index.handler",
        roleArn: `arn:aws:iam::${sandbox.world.homeAccountId}:role/nobody`,
        code: { sample: "hello" },
      });
      expect(checks.find((one) => one.code === "role-assumable")).toMatchObject({ status: "block" });
    });
  });

  describe("when applied", () => {
    const single = () => attach({ subnetIds: [subnet("prod-private-a")] });

    it("needs the checks that warn to be acknowledged, by their own names", async () => {
      const { id } = await plan(single());
      const before = await world();
      const refusal = { code: "acknowledgement_required", field: "acknowledge" };
      await expect(apply(id)).rejects.toMatchObject(refusal);
      await expect(apply(id, ["no-such-check"])).rejects.toMatchObject(refusal);
      expect(await world()).toEqual(before);
    });

    it("is stale once somebody else changed the function, and waits while AWS is at it", async () => {
      const { id, functionArn } = await plan(single());
      const scope = { aws: app.request().aws };
      await updateFunctionConfiguration(scope, { FunctionName: functionArn ?? "", Description: "by hand" });
      const before = await world();
      await expect
        .poll(() => apply(id, ["two-zones"]).catch((error: unknown) => error))
        .toMatchObject({
          code: "stale_plan",
          aws: { code: "PreconditionFailedException" },
        });
      expect(await world()).toEqual(before);
    });

    it("is carried out once, however often it is asked for", async () => {
      const { id } = await plan(single());
      const operation = await apply(id, ["two-zones"]);
      const before = await stored();
      await expect(apply(id, ["two-zones"])).rejects.toMatchObject({ code: "conflict" });
      expect(await stored()).toEqual(before);
      expect((await app.ended(operation.id)).status).toBe("succeeded");
      await expect(apply(id, ["two-zones"])).rejects.toMatchObject({ code: "conflict" });
    });

    it("tells the missing right, the cause and what to do where AWS denies the change", async () => {
      await sandbox.control("POST", "faults", {
        kind: "deny",
        operation: "lambda:UpdateFunctionConfiguration",
      });
      const ended = await app.ended((await app.carryOut({ ...attach(), kind: "detach-function" })).id);
      expect(ended).toMatchObject({
        status: "failed",
        transitions: [],
        error: {
          code: "AccessDeniedException",
          cause: expect.stringContaining("may not call lambda:UpdateFunctionConfiguration") as unknown,
          nextStep: expect.stringContaining("Allow lambda:UpdateFunctionConfiguration") as unknown,
          missingPermission: "lambda:UpdateFunctionConfiguration",
        },
      });
    });
  });
});
