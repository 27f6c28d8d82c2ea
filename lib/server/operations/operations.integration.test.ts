import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Operation } from "@/lib/contract/operations";
import type { PlanIntent } from "@/lib/contract/plans";
import { nameTag } from "@/lib/core/network/name-tag";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import { withDatabase } from "@/lib/testing/with-database";
import { getAccount } from "@/lib/sandbox/world/find-account";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { ApiError } from "../http/api-error";
import { cancelOperation } from "../services/operations/cancel-operation";
import { getOperation } from "../services/operations/get-operation";
import { listOperations } from "../services/operations/list-operations";
import { retryOperation } from "../services/operations/retry-operation";
import { rollbackOperation } from "../services/operations/rollback-operation";
import { applyPlan } from "../services/plans/apply-plan";
import { createPlan } from "../services/plans/create-plan";
import { exportPlan } from "../services/plans/export-plan";
import { getPlan } from "../services/plans/get-plan";
import { listPlans } from "../services/plans/list-plans";
import { listAudit } from "../services/audit/list-audit";
import { getNetwork } from "../services/snapshots/get-network";

withDatabase("operations", (database) => {
  let sandbox: TestSandbox;
  let app: TestApp;

  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo", speed: 200 });
    app = await startTestApp({
      database: database(),
      endpoint: sandbox.url,
      region: sandbox.region,
      credentials: sandbox.credentials,
    });
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
  const subnet = (name: string) => {
    const found = region().subnets.find((one) => nameTag(one) === name)?.SubnetId;
    if (found === undefined) throw new Error(`No subnet ${name}.`);
    return found;
  };
  const group = (name: string) => {
    const found = region().securityGroups.find(({ GroupName }) => GroupName === name)?.GroupId;
    if (found === undefined) throw new Error(`No security group ${name}.`);
    return found;
  };
  const attach = (
    functionName: string,
    subnets = ["prod-private-a", "prod-private-b"],
    groups = ["orders-functions"],
  ): PlanIntent => ({
    kind: "attach-function",
    functionName,
    subnetIds: subnets.map(subnet),
    securityGroupIds: groups.map(group),
    ipv6AllowedForDualStack: false,
  });
  const latestOf = (functionName: string) =>
    region().functions.find(({ versions: [latest] }) => latest?.FunctionName === functionName)?.versions[0];
  const run = async (intent: PlanIntent): Promise<Operation> => app.ended((await app.carryOut(intent)).id);
  const calls = async (operation: string) => {
    const { calls: all } = (await sandbox.control("GET", "calls")) as { calls: { operation: string }[] };
    return all.filter((call) => call.operation === operation).length;
  };
  const refusal = async (promise: Promise<unknown>): Promise<ApiError> => {
    const error: unknown = await promise.catch((thrown: unknown) => thrown);
    if (error instanceof ApiError) return error;
    throw new Error(`Not refused: ${String(error)}`);
  };

  describe("attach", () => {
    it("records every state and the interfaces, ends Successful, and leaves a snapshot of the world after", async () => {
      await sandbox.control("DELETE", "calls");
      const operation = await run(attach("warehouse-sync"));
      expect(operation.status).toBe("succeeded");
      expect(operation.steps.map(({ status }) => status)).toEqual(["succeeded", "succeeded"]);
      expect(operation.transitions[0]).toMatchObject({ state: "Active", lastUpdateStatus: "InProgress" });
      expect(operation.transitions.at(-1)).toMatchObject({ state: "Active", lastUpdateStatus: "Successful" });
      expect(operation.transitions.at(-1)?.networkInterfaces).toHaveLength(2);
      expect(operation.eligible).toEqual({ cancel: false, retry: false, rollback: true });
      expect(await calls("UpdateFunctionConfiguration")).toBe(1);
      const { network } = await getNetwork({ ctx: app.request() });
      expect(network.functions.get(operation.functionArn ?? "")?.attachment?.subnetIds).toHaveLength(2);
      const audit = await listAudit(app.request(), { limit: 50 });
      expect(
        audit.items.filter(({ correlationId }) => correlationId === operation.correlationId),
      ).toMatchObject([
        { action: "operation.attach-function", outcome: "succeeded" },
        { action: "plan.apply", outcome: "succeeded" },
      ]);
    });

    it("shows what changes nothing as such and sends nothing", async () => {
      const plan = await createPlan(app.request(), { intent: attach("warehouse-sync") });
      expect(plan.preview.isNoop).toBe(true);
      await sandbox.control("DELETE", "calls");
      const operation = await applyPlan(app.request(), { id: plan.id, acknowledge: [] });
      expect((await app.ended(operation.id)).status).toBe("succeeded");
      expect(await calls("UpdateFunctionConfiguration")).toBe(0);
    });

    it("is rolled back to what was before", async () => {
      const { items } = await listOperations(app.request(), { functionName: "warehouse-sync", limit: 50 });
      const done = items.find(({ steps }) => steps.length > 0);
      const rolledBack = await app.ended((await rollbackOperation(app.request(), done?.id ?? "")).id);
      expect(rolledBack.status).toBe("rolled-back");
      const { network } = await getNetwork({ ctx: app.request() });
      expect(network.functions.get(rolledBack.functionArn ?? "")?.attachment).toBeNull();
    });

    it("fails as AWS does where a subnet has no address left, and the function stays as it was", async () => {
      const subnetId = subnet("prod-private-c");
      const plan = await createPlan(app.request(), {
        intent: attach("gift-card-balance", ["prod-private-c"]),
      });
      await sandbox.control("POST", "faults", { kind: "no-free-addresses", subnetId });
      const acknowledge = plan.checks.map(({ code }) => code);
      const operation = await app.ended((await applyPlan(app.request(), { id: plan.id, acknowledge })).id);
      expect(operation.status).toBe("failed");
      expect(operation.error).toMatchObject({
        code: "SubnetOutOfIPAddresses",
        cause: expect.stringContaining("no free address") as string,
        nextStep: expect.stringContaining("free addresses") as string,
      });
      expect(operation.eligible).toEqual({ cancel: false, retry: true, rollback: true });
      const { network } = await getNetwork({ ctx: app.request() });
      expect(network.functions.get(operation.functionArn ?? "")?.attachment).toBeNull();

      await sandbox.control("DELETE", "faults");
      const retried = await app.ended((await retryOperation(app.request(), operation.id)).id);
      expect(retried.status).toBe("succeeded");
      expect(retried.error).toBeUndefined();
    });

    it("is blocked where the plan sees that no address is left", async () => {
      const subnetId = subnet("prod-cramped-a");
      await sandbox.control("POST", "faults", { kind: "no-free-addresses", subnetId });
      const plan = await createPlan(app.request(), {
        intent: attach("abandoned-cart-reminder", ["prod-cramped-a"]),
      });
      expect(plan.checks.find(({ code }) => code === "addresses")?.status).toBe("block");
      const error = await refusal(applyPlan(app.request(), { id: plan.id, acknowledge: ["addresses"] }));
      expect(error.code).toBe("plan_blocked");
    });

    it("is blocked where a security group is of another VPC", async () => {
      const intent = attach("abandoned-cart-reminder", ["data-isolated-b"], ["staging-functions"]);
      const plan = await createPlan(app.request(), { intent });
      expect(plan.checks.find(({ code }) => code === "same-vpc")?.status).toBe("block");
    });

    it("is blocked by a role without rights, and AWS's own refusal is explained where IAM did not tell", async () => {
      const blocked = await createPlan(app.request(), { intent: attach("image-optimizer") });
      expect(blocked.checks.find(({ code }) => code === "execution-role")?.status).toBe("block");
      await sandbox.control("POST", "faults", { kind: "deny", operation: "iam:SimulatePrincipalPolicy" });
      const unknown = await createPlan(app.request(), { intent: attach("image-optimizer") });
      expect(unknown.checks.find(({ code }) => code === "execution-role")).toMatchObject({
        status: "unknown",
        message: expect.stringContaining("iam:SimulatePrincipalPolicy") as string,
      });
      const needed = await refusal(applyPlan(app.request(), { id: unknown.id, acknowledge: [] }));
      expect(needed).toMatchObject({ code: "acknowledgement_required" });
      expect(needed.message).toContain("execution-role");
      const operation = await app.ended(
        (await applyPlan(app.request(), { id: unknown.id, acknowledge: ["execution-role"] })).id,
      );
      expect(operation).toMatchObject({
        status: "failed",
        error: {
          code: "InvalidParameterValueException",
          message: expect.stringContaining("CreateNetworkInterface") as string,
          missingPermission: "ec2:CreateNetworkInterface",
        },
      });
    });
  });

  it("detaches", async () => {
    const operation = await run({ kind: "detach-function", functionName: "reports-daily" });
    expect(operation.status).toBe("succeeded");
    const { network } = await getNetwork({ ctx: app.request() });
    expect(network.functions.get(operation.functionArn ?? "")?.attachment).toBeNull();
  });

  describe("what stands in the way", () => {
    it("refuses a plan whose function was changed since", async () => {
      const plan = await createPlan(app.request(), { intent: attach("newsletter-signup") });
      const latest = latestOf("newsletter-signup");
      if (latest === undefined) throw new Error("The demo has no newsletter-signup.");
      latest.RevisionId = "00000000-0000-4000-8000-00000000beef";
      expect((await refusal(applyPlan(app.request(), { id: plan.id, acknowledge: [] }))).code).toBe(
        "stale_plan",
      );
    });

    it("lets one operation at a time hold a function, and a plan be applied once", async () => {
      const [first, second] = await Promise.all([
        createPlan(app.request(), { intent: attach("newsletter-signup") }),
        createPlan(app.request(), { intent: attach("newsletter-signup", ["prod-private-a"]) }),
      ]);
      const acknowledge = second.checks.map(({ code }) => code);
      const operation = await applyPlan(app.request(), { id: first.id, acknowledge: [] });
      expect((await refusal(applyPlan(app.request(), { id: second.id, acknowledge }))).code).toBe(
        "operation_in_progress",
      );
      expect((await refusal(applyPlan(app.request(), { id: first.id, acknowledge: [] }))).code).toBe(
        "conflict",
      );
      expect((await app.ended(operation.id)).status).toBe("succeeded");
    });

    it("calls off what was not sent yet, and AWS never hears of it", async () => {
      await sandbox.control("POST", "faults", { kind: "deny", operation: "iam:SimulatePrincipalPolicy" });
      const unproven = await createPlan(app.request(), {
        intent: attach("site-redirects", ["prod-private-a"]),
      });
      await sandbox.control("POST", "faults", {
        kind: "latency",
        operation: "lambda:GetFunction",
        latencyMs: 700,
      });
      await sandbox.control("DELETE", "calls");
      const acknowledge = unproven.checks.map(({ code }) => code);
      const { id } = await applyPlan(app.request(), { id: unproven.id, acknowledge });
      expect((await cancelOperation(app.request(), id)).status).toBe("canceled");
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect((await getOperation(app.request(), id)).status).toBe("canceled");
      expect(await calls("UpdateFunctionConfiguration")).toBe(0);
    });

    it("refuses to apply while AWS itself is still changing the function", async () => {
      const latest = latestOf("newsletter-signup");
      const other = await createPlan(app.request(), {
        intent: { kind: "detach-function", functionName: "newsletter-signup" },
      });
      if (latest === undefined) throw new Error("The demo has no newsletter-signup.");
      latest.LastUpdateStatus = "InProgress";
      const acknowledge = other.checks.map(({ code }) => code);
      const error = await refusal(applyPlan(app.request(), { id: other.id, acknowledge }));
      latest.LastUpdateStatus = "Successful";
      expect(error).toMatchObject({
        code: "operation_in_progress",
        aws: { code: "ResourceConflictException" },
      });
    });

    it("refuses to cancel what was sent and to retry what succeeded", async () => {
      const { items } = await listOperations(app.request(), { functionName: "newsletter-signup", limit: 1 });
      const id = items[0]?.id ?? "";
      expect((await refusal(cancelOperation(app.request(), id))).code).toBe("conflict");
      expect((await refusal(retryOperation(app.request(), id))).code).toBe("conflict");
      expect((await refusal(cancelOperation(app.request(), "none"))).code).toBe("not_found");
    });

    it("asks for a permission before anything else", async () => {
      const viewer = app.request({ actor: { id: "somebody", role: "viewer" } });
      expect((await refusal(createPlan(viewer, { intent: attach("orders-api") }))).code).toBe("forbidden");
      expect((await refusal(applyPlan(viewer, { id: "x", acknowledge: [] }))).code).toBe("forbidden");
      expect(() => cancelOperation(viewer, "x")).toThrow(ApiError);
    });
  });

  describe("create", () => {
    const role = () => {
      const { roles } = getAccount(sandbox.world, sandbox.world.homeAccountId);
      const found = roles.find(({ roleName }) => roleName === "lambda-vpc-role")?.arn;
      if (found === undefined) throw new Error("The demo has no lambda-vpc-role.");
      return found;
    };
    const create = (
      functionName: string,
      code: Extract<PlanIntent, { kind: "create-function" }>["code"],
      isImage = false,
    ): PlanIntent => ({
      kind: "create-function",
      functionName,
      roleArn: role(),
      code,
      ...(isImage ? {} : { runtime: "nodejs22.x", handler: "index.handler" }),
      subnetIds: [subnet("prod-private-a"), subnet("prod-private-b")],
      securityGroupIds: [group("orders-functions")],
    });
    const zipBase64 = Buffer.from("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==", "base64").toString("base64");

    it("makes a function of the sample from Pending to Active, and deletes it on rollback", async () => {
      const operation = await run(create("made-of-sample", { sample: "hello" }));
      expect(operation.status).toBe("succeeded");
      expect(operation.functionArn).toMatch(/:function:made-of-sample$/);
      expect(operation.transitions[0]).toMatchObject({ state: "Pending", stateReasonCode: "Creating" });
      expect(operation.transitions.at(-1)).toMatchObject({ state: "Active" });
      const undone = await app.ended((await rollbackOperation(app.request(), operation.id)).id);
      expect(undone.status).toBe("rolled-back");
      expect(latestOf("made-of-sample")).toBeUndefined();
    });

    it("takes a zip, keeps it apart, and gives back its size and digest only", async () => {
      const plan = await createPlan(app.request(), { intent: create("made-of-zip", { zipBase64 }) });
      const stored = await getPlan(app.request(), plan.id);
      expect(JSON.stringify([plan, stored, await listPlans(app.request(), { limit: 5 })])).not.toContain(
        zipBase64,
      );
      expect(stored.intent).toMatchObject({ code: { zip: { sizeBytes: 22 } } });
      const { text } = await exportPlan(app.request(), { id: plan.id, format: "cli" });
      expect(text).toContain("--zip-file fileb://function.zip");
      const operation = await app.ended(
        (await applyPlan(app.request(), { id: plan.id, acknowledge: [] })).id,
      );
      expect(operation.status).toBe("succeeded");
    });

    it.each([
      ["made-of-s3", { s3: { bucket: "harbor-code", key: "code.zip" } }, false],
      ["made-of-image", { imageUri: "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1" }, true],
    ] as const)("makes %s", async (name, code, isImage) => {
      expect((await run(create(name, code, isImage))).status).toBe("succeeded");
    });

    it("is blocked where the name is taken", async () => {
      const plan = await createPlan(app.request(), { intent: create("orders-api", { sample: "hello" }) });
      expect(plan.checks.find(({ code }) => code === "name-taken")?.status).toBe("block");
    });

    it("refuses what is not a zip", async () => {
      const error = await refusal(
        createPlan(app.request(), { intent: create("made-of-nothing", { zipBase64: "aGVsbG8=" }) }),
      );
      expect(error).toMatchObject({ code: "invalid_request", field: "intent.code.zipBase64" });
    });
  });

  describe("what is wrong in itself", () => {
    const many = (prefix: string, amount: number) =>
      Array.from({ length: amount }, (_, index) => `${prefix}${String(index)}`);
    it.each([
      ["17 subnets", many("subnet-", 17), ["sg-1"], "ValidationException", "intent.subnetIds"],
      ["6 groups", ["subnet-1"], many("sg-", 6), "ValidationException", "intent.securityGroupIds"],
      ["no group", ["subnet-1"], [], "InvalidParameterValueException", "intent.securityGroupIds"],
      ["no subnet", [], ["sg-1"], "InvalidParameterValueException", "intent.subnetIds"],
      ["a malformed id", ["vpc-1"], ["sg-1"], "ValidationException", "intent.subnetIds[0]"],
    ])("names AWS's code for %s", async (_what, subnetIds, securityGroupIds, code, field) => {
      const intent: PlanIntent = {
        kind: "attach-function",
        functionName: "orders-api",
        subnetIds,
        securityGroupIds,
      };
      const error = await refusal(createPlan(app.request(), { intent }));
      expect(error).toMatchObject({ code: "invalid_request", field, aws: { code } });
    });

    it("does not know a function that is not there", async () => {
      expect((await refusal(createPlan(app.request(), { intent: attach("no-such-function") }))).code).toBe(
        "not_found",
      );
    });

    it("blocks ids that do not exist as checks of the plan", async () => {
      const intent: PlanIntent = {
        kind: "attach-function",
        functionName: "orders-api",
        subnetIds: ["subnet-0123456789abcdef0"],
        securityGroupIds: ["sg-0123456789abcdef0"],
      };
      const plan = await createPlan(app.request(), { intent, preview: true });
      const blocking = plan.checks.filter(({ status }) => status === "block").map(({ code }) => code);
      expect(blocking).toEqual(["subnets-exist", "security-groups-exist"]);
      expect((await refusal(getPlan(app.request(), plan.id))).code).toBe("not_found");
    });
  });
});
