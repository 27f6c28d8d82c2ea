import { CreateFunctionCommand, GetFunctionCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanIntent } from "@/lib/contract/plans";
import { normalizeVpcConfig } from "@/lib/core/network/vpc-config";
import { buildMotoAccount, type MotoClientConfig } from "@/lib/testing/build-moto-account";
import { hasMoto, startMoto, type MotoServer } from "@/lib/testing/start-moto";
import { startTestApp, type TestApp } from "@/lib/testing/start-test-app";
import type { Database } from "../store/database";
import { migrate } from "../store/migrate";
import { openPglite } from "../store/open-pglite";
import { rollbackOperation } from "../services/operations/rollback-operation";
import { createPlan } from "../services/plans/create-plan";
import { buildSampleCode } from "./sample-code";

const region = "eu-west-1";
const isHere = hasMoto("the tests against it did not run");

describe.skipIf(!isHere)("the app's own services against moto_server", () => {
  let moto: MotoServer;
  let database: Database;
  let app: TestApp;
  let roleArn: string;
  let subnetIds: string[];
  let securityGroupIds: string[];
  const clientConfig = () => ({
    endpoint: moto.url,
    region,
    credentials: { accessKeyId: "testing", secretAccessKey: "testing" },
  });

  beforeAll(async () => {
    moto = await startMoto();
    ({ roleArn, subnetIds, securityGroupIds } = await buildWorld(clientConfig()));
    database = await openPglite(null);
    await migrate(database);
    app = await startTestApp({ database, endpoint: moto.url, region });
    await app.collect();
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    await database.close();
    await moto.stop();
  });

  const attach = (): PlanIntent => ({
    kind: "attach-function",
    functionName: "orders",
    subnetIds,
    securityGroupIds,
  });
  const run = async (intent: PlanIntent) => app.ended((await app.carryOut(intent)).id);
  const liveAttachment = async (functionName: string) => {
    const answer = await new LambdaClient(clientConfig()).send(
      new GetFunctionCommand({ FunctionName: functionName }),
    );
    return normalizeVpcConfig(answer.Configuration?.VpcConfig);
  };

  it("attaches, deriving the VPC from the subnets and not from the answer", async () => {
    const plan = await createPlan(app.request(), { intent: attach(), preview: true });
    expect(plan.checks.filter(({ status }) => status === "block")).toEqual([]);
    expect(plan.preview.after.vpcId).toMatch(/^vpc-[0-9a-f]+$/);
    const operation = await run(attach());
    expect(operation).toMatchObject({ status: "succeeded" });
    expect(operation.transitions.length).toBeGreaterThan(0);
    expect((await liveAttachment("orders"))?.subnetIds).toEqual([...subnetIds].sort());
  });

  it("detaches, and a rollback attaches again", async () => {
    const operation = await run({ kind: "detach-function", functionName: "orders" });
    expect(operation.status).toBe("succeeded");
    expect(await liveAttachment("orders")).toBeNull();
    const undone = await app.ended((await rollbackOperation(app.request(), operation.id)).id);
    expect(undone.status).toBe("rolled-back");
    expect((await liveAttachment("orders"))?.subnetIds).toEqual([...subnetIds].sort());
  });

  it("creates a function in the VPC", async () => {
    const operation = await run({
      kind: "create-function",
      functionName: "made",
      roleArn,
      runtime: "nodejs22.x",
      handler: "index.handler",
      code: { sample: "hello" },
      subnetIds,
      securityGroupIds,
    });
    expect(operation).toMatchObject({ status: "succeeded" });
    expect((await liveAttachment("made"))?.securityGroupIds).toEqual(securityGroupIds);
  });
});

async function buildWorld(config: MotoClientConfig) {
  const { roleArn, subnetIds, groupId } = await buildMotoAccount(config);
  await new LambdaClient(config).send(
    new CreateFunctionCommand({
      FunctionName: "orders",
      Role: roleArn,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Code: { ZipFile: buildSampleCode() },
    }),
  );
  return { roleArn, subnetIds, securityGroupIds: [groupId] };
}
