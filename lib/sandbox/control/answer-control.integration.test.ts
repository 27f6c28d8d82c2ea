import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { describe, expect, it } from "vitest";
import { startSandbox, withSandbox } from "@/lib/testing/with-sandbox";
import { createSandboxServer } from "../server/create-sandbox-server";

describe("the control endpoint", () => {
  it("tells the state of the sandbox", () =>
    withSandbox({ speed: 20 }, async (sandbox) => {
      expect(await sandbox.control("GET", "state")).toMatchObject({
        scenario: "demo",
        speed: 20,
        offsetMs: 0,
        accountId: "123456789012",
        regions: ["eu-west-1"],
        faults: [],
        counts: { "eu-west-1": { vpcs: 3, subnets: 12, functions: 42 } },
      });
    }));

  it("moves the clock, and settles what became due", () =>
    withSandbox({}, async (sandbox) => {
      const before = await sandbox.control("GET", "state");
      const after = await sandbox.control("POST", "advance", { seconds: 15 * 86_400 });
      expect(after["offsetMs"]).toBe(15 * 86_400_000);
      expect(Date.parse(String(after["now"])) - Date.parse(String(before["now"]))).toBeGreaterThanOrEqual(
        15 * 86_400_000,
      );
      const states = sandbox.regionWorld().functions.map((fn) => fn.versions[0]?.State);
      expect(states).toContain("Inactive");
    }));

  it("resets to a scenario and forgets the calls and the clock", () =>
    withSandbox({}, async (sandbox) => {
      await new EC2Client(sandbox.clientConfig()).send(new DescribeVpcsCommand({}));
      await sandbox.control("POST", "advance", { seconds: 60 });
      expect(await sandbox.control("POST", "reset", { scenario: "empty" })).toMatchObject({
        scenario: "empty",
        offsetMs: 0,
        regions: [],
      });
      expect(await sandbox.control("GET", "calls")).toEqual({ calls: [] });
    }));

  it("lists the calls that were made", () =>
    withSandbox({ scenario: "empty" }, async (sandbox) => {
      const ec2 = new EC2Client(sandbox.clientConfig());
      await ec2.send(new DescribeVpcsCommand({}));
      await ec2.send(new DescribeVpcsCommand({ DryRun: true })).catch((error: unknown) => error);
      expect(await sandbox.control("GET", "calls")).toMatchObject({
        calls: [
          { service: "ec2", operation: "DescribeVpcs", region: "eu-west-1", status: 200 },
          { service: "ec2", operation: "DescribeVpcs", status: 412, errorCode: "DryRunOperation" },
        ],
      });
      expect(await sandbox.control("DELETE", "calls")).toEqual({ calls: [] });
    }));

  it.each([
    ["POST", "advance", { seconds: -1 }],
    ["POST", "advance", { hours: 1 }],
    ["POST", "reset", { scenario: "__proto__" }],
    ["POST", "faults", { kind: "meteor" }],
    ["POST", "faults", { kind: "deny", operation: "everything!" }],
    ["GET", "nothing", undefined],
  ] as const)("refuses %s %s %j and changes nothing", (method, name, body) =>
    withSandbox({ scenario: "empty" }, async (sandbox) => {
      await expect(sandbox.control(method, name, body)).rejects.toThrow(/answered 40[04]/);
      expect(await sandbox.control("GET", "state")).toMatchObject({
        scenario: "empty",
        offsetMs: 0,
        faults: [],
      });
    }),
  );

  it("takes no orders from pages of elsewhere, and answers to loopback names only", () =>
    withSandbox({ scenario: "empty" }, async (sandbox) => {
      const ask = async (headers: Record<string, string>) =>
        (await fetch(`${sandbox.url}/_sandbox/state`, { headers })).status;
      expect(await ask({ origin: "https://evil.example" })).toBe(403);
      expect(await ask({ origin: "null" })).toBe(403);
      expect(await ask({ origin: "http://127.0.0.1:3000" })).toBe(200);
      expect(await ask({ origin: "http://127.0.0.1.evil.example" })).toBe(403);
    }));
});

describe("the world on disk", () => {
  it("survives a restart, dates and clock and all", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "sandbox-"));
    const first = await startSandbox({ dataFolder });
    await first.control("POST", "advance", { seconds: 3600 });
    await first.control("POST", "faults", { kind: "deny", operation: "ec2:DescribeVpcs" });
    await first.close();
    const second = await startSandbox({ dataFolder, scenario: "empty" });
    expect(second.world).toEqual(first.world);
    expect(await second.control("GET", "state")).toMatchObject({ scenario: "demo", offsetMs: 3_600_000 });
    expect(second.regionWorld().natGateways[0]?.CreateTime).toBeInstanceOf(Date);
    await second.close();
    expect(JSON.parse(await readFile(join(dataFolder, "sandbox-world.json"), "utf8"))).toMatchObject({
      version: 3,
    });
    await rm(dataFolder, { recursive: true });
  });
});

describe("the server", () => {
  it("listens on loopback only", async () => {
    const server = await createSandboxServer({ scenario: "empty" });
    await expect(server.listen(0, "0.0.0.0")).rejects.toThrow("loopback only");
  });

  it("refuses a scenario that does not exist", async () => {
    await expect(createSandboxServer({ scenario: "moon" })).rejects.toThrow("There is no scenario moon");
  });
});
