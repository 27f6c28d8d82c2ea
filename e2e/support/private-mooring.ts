import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "playwright/test";
import { freePort, isFree } from "../../scripts/setup/ports.mjs";

/** A Mooring of one test's own, with its own data folder, that can be killed and started again. */
export class PrivateMooring {
  readonly #folder = mkdtempSync(path.join(tmpdir(), "mooring-e2e-"));
  readonly #environment: Record<string, string>;
  #process: ChildProcess | undefined;
  #port = 0;

  constructor(environment: Record<string, string> = {}) {
    this.#environment = environment;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    const child = spawn(process.execPath, ["scripts/start.mjs"], {
      env: { ...process.env, ...this.#environment, PORT: String(this.#port), MOORING_DATA_DIR: this.#folder },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.#process = child;
    const said: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        said.push(chunk.toString());
        if (said.join("").includes(this.url)) resolve();
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", (code) => {
        reject(new Error(`Mooring ended with code ${String(code)}: ${said.join("")}`));
      });
    });
  }

  /** As a power cut would: nothing gets to say goodbye, the sandbox neither. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const exited = new Promise<void>((resolve) => {
      child.once("exit", () => {
        resolve();
      });
    });
    process.kill(-child.pid, signal);
    await exited;
    // The server is its child, and dies a moment after it when all of them are killed at once.
    await expect.poll(() => isFree(this.#port, "127.0.0.1")).toBe(true);
    this.#process = undefined;
  }
}
