import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { findFreePort } from "./find-free-port";

export interface MotoServer {
  url: string;
  stop(): Promise<void>;
}

const PATIENCE_MS = 30_000;
const POLL_MS = 200;

/**
 * Whether `moto_server` is installed here. Where it is not, says what is not tested, and throws in continuous
 * integration, where it must be.
 */
export function hasMoto(untested: string): boolean {
  try {
    execFileSync("moto_server", ["--help"], { stdio: "ignore" });
    return true;
  } catch {
    const line = `moto_server is not on PATH: ${untested}.`;
    if (process.env["CI"] === "true") throw new Error(line);
    process.stdout.write(`${line}\n`);
    return false;
  }
}

/** A `moto_server` of its own, on a free port of loopback. `env` are moto's own settings. */
export async function startMoto(env: Readonly<Record<string, string>> = {}): Promise<MotoServer> {
  const port = await findFreePort();
  const server = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
    cwd: tmpdir(),
    detached: true,
    env: { ...process.env, ...env },
  });
  const url = `http://127.0.0.1:${String(port)}`;
  const stop = async () => {
    if (server.exitCode !== null || server.pid === undefined) return;
    const exited = once(server, "exit");
    // The whole group: a version manager's shim may stand between us and the server.
    process.kill(-server.pid, "SIGTERM");
    await exited;
  };
  const startedAt = performance.now();
  while (performance.now() - startedAt < PATIENCE_MS) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return { url, stop };
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  await stop();
  throw new Error("moto_server did not start.");
}
