import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { nameTag } from "@/lib/core/network/name-tag";
import { bundleProgram, type BundledProgram, type RunningProgram } from "@/lib/testing/run-bundled";
import { createPostgresDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

/** A lease and the look for what outlived it take about 25 s; an attach at this speed takes about ten more. */
const SPEED = 10;
const PATIENCE_MS = 90_000;

describe("a server killed in the middle of an operation", { timeout: PATIENCE_MS * 2 }, () => {
  let program: BundledProgram;
  beforeAll(async () => {
    program = await bundleProgram("lib/server/operations/operation-server.test-program.ts");
  });
  afterAll(() => {
    program.remove();
  });

  async function killAndTakeOver(sandbox: TestSandbox, store: Record<string, string>): Promise<string> {
    const env = {
      ...store,
      TEST_ENDPOINT: sandbox.url,
      TEST_REGION: sandbox.region,
      TEST_ACCESS_KEY: sandbox.credentials.accessKeyId,
    };
    const first = program.start({ ...env, TEST_INTENT: JSON.stringify(attachIntent(sandbox)) });
    try {
      await expect.poll(() => updateCalls(sandbox), { timeout: PATIENCE_MS }).toBe(1);
    } catch (error) {
      throw new Error(`The first server sent nothing: ${first.lines.join("\n")}`, { cause: error });
    } finally {
      await first.kill();
    }
    expect(first.lines.some((line) => line.startsWith("ended"))).toBe(false);
    return endOf(program.start(env));
  }

  async function endOf(server: RunningProgram): Promise<string> {
    try {
      const ended = () => server.lines.find((line) => line.startsWith("ended")) ?? server.lines.join("\n");
      await expect.poll(ended, { timeout: PATIENCE_MS, interval: 200 }).toMatch(/^ended/);
      return ended();
    } finally {
      await server.kill();
    }
  }

  it("is carried on by the next on PGlite, and AWS is asked once", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "mooring-takeover-"));
    const sandbox = await startSandbox({ scenario: "demo", speed: SPEED });
    try {
      expect(await killAndTakeOver(sandbox, { TEST_DATA_DIR: folder })).toMatch(/^ended succeeded [1-9]/);
      expect(await updateCalls(sandbox)).toBe(1);
    } finally {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  const serverUrl = inject("postgresUrl");
  it.skipIf(serverUrl === null)(
    "is carried on by the next on PostgreSQL, and AWS is asked once",
    async () => {
      const store = await createPostgresDatabase(serverUrl ?? "");
      const sandbox = await startSandbox({ scenario: "demo", speed: SPEED });
      try {
        expect(await killAndTakeOver(sandbox, { TEST_DATABASE_URL: store.url })).toMatch(
          /^ended succeeded [1-9]/,
        );
        expect(await updateCalls(sandbox)).toBe(1);
      } finally {
        await sandbox.close();
        await store.drop();
      }
    },
  );
});

async function updateCalls(sandbox: TestSandbox): Promise<number> {
  const { calls } = (await sandbox.control("GET", "calls")) as { calls: { operation: string }[] };
  return calls.filter(({ operation }) => operation === "UpdateFunctionConfiguration").length;
}

function attachIntent(sandbox: TestSandbox) {
  const { subnets, securityGroups } = sandbox.regionWorld();
  return {
    kind: "attach-function",
    functionName: "warehouse-sync",
    subnetIds: subnets.filter((one) => nameTag(one) === "prod-private-c").map(({ SubnetId }) => SubnetId),
    securityGroupIds: securityGroups
      .filter(({ GroupName }) => GroupName === "orders-functions")
      .map(({ GroupId }) => GroupId),
    ipv6AllowedForDualStack: false,
  };
}
