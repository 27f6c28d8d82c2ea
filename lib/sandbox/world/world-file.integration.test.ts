import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateSecurityGroupCommand,
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startSandbox } from "@/lib/testing/with-sandbox";
import { createWorld } from "./create-world";
import { createWorldFile } from "./world-file";
import type { SavedWorld } from "./world-json";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sandbox-world-"));
});
afterEach(() => rm(folder, { recursive: true }));

const fileNames = async () => (await readdir(folder)).sort();

const isSaved = () =>
  vi.waitFor(async () => {
    expect(await fileNames()).toEqual(["sandbox-world.json"]);
  }, 5000);

/** A sandbox whose world is on disk already, as it is after its first request. */
async function startSaved() {
  const sandbox = await startSandbox({ scenario: "empty", dataFolder: folder });
  const ec2 = new EC2Client(sandbox.clientConfig());
  await ec2.send(new DescribeVpcsCommand({}));
  await isSaved();
  return { sandbox, ec2 };
}

function numberedWorld(length: number): SavedWorld {
  const world = createWorld("test", { accountId: "123456789012", name: "Test" });
  const users = Array.from({ length }, (_none, index) => ({ userName: `user-${String(index)}`, arn: "0" }));
  Object.assign(world.accounts["123456789012"] ?? {}, { users });
  return { version: 3, offsetMs: 0, world };
}

const arnsIn = (saved: SavedWorld | undefined): string[] =>
  Object.values(saved?.world.accounts ?? {}).flatMap(({ users }) => users.map(({ arn }) => arn));

describe("saving a world", () => {
  it("leaves the event loop free, and keeps one moment although the world changes meanwhile", async () => {
    const file = createWorldFile({ folder, onError: () => undefined });
    const saved = numberedWorld(200_000);
    let revision = 1;
    let turns = 0;
    /** Changes the first and the last user together, each time it gets its turn, for a while. */
    const change = setInterval(() => {
      turns += 1;
      if (turns > 3) return;
      revision += 1;
      const users = saved.world.accounts["123456789012"]?.users ?? [];
      for (const user of [users[0], users.at(-1)]) if (user !== undefined) user.arn = String(revision);
    }, 1);
    await file.save({ toSaved: () => saved, revision: () => revision });
    clearInterval(change);
    expect(turns).toBeGreaterThan(3);
    const arns = arnsIn(await file.load());
    expect(arns).toHaveLength(200_000);
    expect(arns[0]).toBe(arns.at(-1));
  });

  it("comes to an end although the world never rests", async () => {
    const file = createWorldFile({ folder, onError: () => undefined });
    let revision = 0;
    const change = setInterval(() => (revision += 1), 1);
    await file.save({ toSaved: () => numberedWorld(20_000), revision: () => revision });
    clearInterval(change);
    expect(arnsIn(await file.load())).toHaveLength(20_000);
  });

  it("is done before a change is answered, so that killing the sandbox loses nothing", async () => {
    const sandbox = await startSandbox({ scenario: "empty", dataFolder: folder });
    const ec2 = new EC2Client(sandbox.clientConfig());
    const blocks = Array.from({ length: 5 }, (_, index) => `10.${String(index)}.0.0/16`);
    const inFile = async (CidrBlock: string) => {
      await ec2.send(new CreateVpcCommand({ CidrBlock }));
      return (await readFile(join(folder, "sandbox-world.json"), "utf8")).includes(CidrBlock);
    };
    expect(await Promise.all(blocks.map(inFile))).toEqual(blocks.map(() => true));
    await sandbox.close();
  });

  it("is left out after requests that only read", async () => {
    const { sandbox, ec2 } = await startSaved();
    await rm(join(folder, "sandbox-world.json"));
    await ec2.send(new DescribeVpcsCommand({}));
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await fileNames()).toEqual([]);
    await ec2
      .send(new CreateSecurityGroupCommand({ GroupName: "a", Description: "b", VpcId: "vpc-0" }))
      .catch(() => undefined);
    await sandbox.control("POST", "advance", { seconds: 1 });
    await isSaved();
    await sandbox.close();
  });
});

describe("a saved world of another version", () => {
  it.each(['{"version":1,"offsetMs":0,"world":{"regions":{},"scheduled":[]}}', "{ not json"])(
    "is set aside, not deleted, and the sandbox says so in one line: %s",
    async (text) => {
      await writeFile(join(folder, "sandbox-world.json"), text);
      const sandbox = await startSandbox({ scenario: "empty", dataFolder: folder });
      expect(sandbox.logs).toHaveLength(1);
      expect(sandbox.logs[0]).toMatch(
        /^sandbox: the saved world is not one of this version: kept as .*sandbox-world\.set-aside-.*\.json, and a new world was begun\. /,
      );
      await sandbox.close();
      const names = await fileNames();
      expect(names).toHaveLength(2);
      const aside = names.find((name) => name.includes("set-aside")) ?? "";
      expect(await readFile(join(folder, aside), "utf8")).toBe(text);
    },
  );
});
