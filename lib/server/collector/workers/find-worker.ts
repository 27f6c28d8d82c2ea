import { mkdtemp, rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The programs in this folder that run in threads of their own. */
export type WorkerName = "import-worker" | "reading-worker";

const built = new Map<WorkerName, Promise<string>>();

/**
 * The file of a worker: the one that the build made (`MOORING_WORKER_DIR`) or, in development and tests, one that is
 * bundled on first use and removed when the process ends.
 */
export function findWorker(name: WorkerName): Promise<string> {
  const folder = process.env["MOORING_WORKER_DIR"];
  if (folder !== undefined && folder !== "") return Promise.resolve(path.join(folder, `${name}.mjs`));
  const known = built.get(name);
  if (known !== undefined) return known;
  const bundling = bundleWorker(name).catch((error: unknown) => {
    built.delete(name);
    throw error;
  });
  built.set(name, bundling);
  return bundling;
}

async function bundleWorker(name: WorkerName): Promise<string> {
  const { build } = await import("esbuild");
  const folder = await mkdtemp(path.join(tmpdir(), "mooring-worker-"));
  const outfile = path.join(folder, `${name}.mjs`);
  try {
    await build({
      entryPoints: [`lib/server/collector/workers/${name}.ts`],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "silent",
      // As in the build: the CommonJS builds of some dependencies ask for `require`, which an ES module has not.
      mainFields: ["module", "main"],
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return outfile;
}
