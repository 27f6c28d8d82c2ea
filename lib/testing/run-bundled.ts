import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface BundledProgram {
  /** Starts it as a process of its own; its lines are those of stdout and stderr. */
  start(env: Record<string, string>): RunningProgram;
  remove(): void;
}

export interface RunningProgram {
  process: ChildProcess;
  lines: string[];
  /** SIGKILL: nothing of the program runs any more when it resolves. */
  kill(): Promise<void>;
}

/** Makes one JavaScript file of a TypeScript program, because Node 20 runs no TypeScript. */
export async function bundleProgram(entry: string): Promise<BundledProgram> {
  const folder = path.join(root, "node_modules/.cache", `mooring-${randomUUID()}`);
  const outfile = path.join(folder, "program.mjs");
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "silent",
    absWorkingDir: root,
  });
  return {
    start: (env) => {
      const child = spawn(process.execPath, [outfile], {
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
      const lines: string[] = [];
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on("line", (line) => lines.push(line));
      }
      return {
        process: child,
        lines,
        kill: async () => {
          if (child.exitCode !== null || child.signalCode !== null) return;
          child.kill("SIGKILL");
          await once(child, "exit");
        },
      };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
