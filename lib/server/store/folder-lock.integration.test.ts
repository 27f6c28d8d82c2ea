import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DatabaseError } from "./database-error";
import { lockFolder } from "./folder-lock";
import { findProcessStart } from "./process-start";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mooring-lock-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const lockFile = () => path.join(folder, "database.lock");
const writeHolder = (pid: number, startedAt: string) =>
  writeFile(lockFile(), JSON.stringify({ pid, startedAt, token: "theirs" }));

describe("the data folder's lock", () => {
  it("is held by one at a time and free again after release", async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder, 0)).rejects.toThrow(
      `${folder} is in use by another Mooring (process ${process.pid})`,
    );
    await lock.release();
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it("is held against us by a living process", async () => {
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    try {
      await once(other, "spawn");
      const pid = other.pid ?? 0;
      await writeHolder(pid, findProcessStart(pid) ?? "");
      await expect(lockFolder(folder, 0)).rejects.toBeInstanceOf(DatabaseError);
    } finally {
      other.kill("SIGKILL");
      await once(other, "exit");
    }
    // The same lock, its process dead.
    await (await lockFolder(folder)).release();
  });

  it("is given to the next one as soon as a holder that is being killed is gone", async () => {
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 400)"]);
    await once(other, "spawn");
    const pid = other.pid ?? 0;
    await writeHolder(pid, findProcessStart(pid) ?? "");
    await (await lockFolder(folder)).release();
  });

  it.runIf(process.platform === "linux")(
    "is not held by a process that has ended and was not waited for",
    async () => {
      // The shell becomes `sleep`, which never waits for the child it inherits.
      const parent = spawn("sh", ["-c", "sleep 0.2 & echo $!; exec sleep 5"]);
      try {
        const [said] = (await once(parent.stdout, "data")) as [Buffer];
        const pid = Number(said.toString());
        await writeHolder(pid, findProcessStart(pid) ?? "");
        await expect(lockFolder(folder, 0)).rejects.toBeInstanceOf(DatabaseError);
        await (await lockFolder(folder)).release();
      } finally {
        parent.kill("SIGKILL");
      }
    },
  );

  it("is taken over where another process has the dead one's pid by now", async () => {
    await writeHolder(process.pid, "another start");
    await (await lockFolder(folder)).release();
  });

  it("is taken over where the file is no lock: half-written by a crash of the machine", async () => {
    await writeFile(lockFile(), '{"pid": 1');
    const lock = await lockFolder(folder);
    expect(JSON.parse(await readFile(lockFile(), "utf8"))).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it("goes to exactly one of many who find a dead one", async () => {
    await writeHolder(2 ** 22 + 1, "long ago");
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["database.lock"]);
  });

  it("does not remove the lock of whoever came after", async () => {
    const lock = await lockFolder(folder);
    await writeHolder(process.pid, findProcessStart(process.pid) ?? "");
    await lock.release();
    expect(await readdir(folder)).toEqual(["database.lock"]);
  });

  it("names a folder that cannot be written", async () => {
    await writeFile(path.join(folder, "file"), "");
    const impossible = path.join(folder, "file", "data");
    await expect(lockFolder(impossible)).rejects.toThrow(
      `The data folder ${impossible} cannot be written (ENOTDIR)`,
    );
  });
});
