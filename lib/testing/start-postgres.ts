import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { findFreePort } from "./find-free-port";

declare module "vitest" {
  interface ProvidedContext {
    /** A PostgreSQL in which tests may create databases; null where the machine has none. */
    postgresUrl: string | null;
  }
}

/**
 * Once per run of the integration tests: DATABASE_URL, or a PostgreSQL of our own where `initdb` and `postgres` are on
 * PATH. Where neither is, the tests run on PGlite only and one line says so; with CI=true that is a failure.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env["DATABASE_URL"];
  if (given !== undefined && given !== "") {
    project.provide("postgresUrl", given);
    return undefined;
  }
  if (!isOnPath("initdb") || !isOnPath("postgres")) {
    const line = "PostgreSQL is not on PATH and DATABASE_URL is not set: the store is tested on PGlite only.";
    if (process.env["CI"] === "true") throw new Error(line);
    process.stdout.write(`${line}\n`);
    project.provide("postgresUrl", null);
    return undefined;
  }
  const { url, stop } = await startPostgres();
  project.provide("postgresUrl", url);
  return stop;
}

async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "mooring-postgres-"));
  const account = giveToUser(folder);
  const data = path.join(folder, "data");
  runAs(account, "initdb", [
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--no-sync",
    "--no-locale",
  ]);
  const port = await findFreePort();
  const settings = ["fsync=off", "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`];
  const server = spawnAs(account, "postgres", [
    "-D",
    data,
    "-p",
    String(port),
    ...settings.flatMap((setting) => ["-c", setting]),
  ]);
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
    if (server.exitCode === null && server.kill("SIGINT")) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitForPostgres(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, in a folder of that user's. */
function giveToUser(folder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  const account = { uid: idOf("-u"), gid: idOf("-g") };
  chownSync(folder, account.uid, account.gid);
  return account;
}

function runAs(account: Account | undefined, program: string, args: string[]): void {
  execFileSync(program, args, { stdio: "pipe", cwd: tmpdir(), ...account });
}

function spawnAs(account: Account | undefined, program: string, args: string[]): ChildProcess {
  return spawn(program, args, { stdio: "ignore", cwd: tmpdir(), ...account });
}

async function waitForPostgres(url: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 150 && server.exitCode === null; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not listening yet.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error("PostgreSQL did not start.");
}

function isOnPath(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    // Not installed.
    return false;
  }
}
