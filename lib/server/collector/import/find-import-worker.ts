import { mkdtemp, rm } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

let built: Promise<string> | undefined;

/**
 * The file of the import's worker: the one that the build made (`MOORING_WORKER_DIR`) or, in development and tests,
 * one that is bundled on first use and removed when the process ends.
 */
export function findImportWorker(): Promise<string> {
  const folder = process.env["MOORING_WORKER_DIR"];
  if (folder !== undefined && folder !== "") return Promise.resolve(path.join(folder, "import-worker.mjs"));
  built ??= bundleWorker().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}

async function bundleWorker(): Promise<string> {
  const { build } = await import("esbuild");
  const folder = await mkdtemp(path.join(tmpdir(), "mooring-worker-"));
  const outfile = path.join(folder, "import-worker.mjs");
  try {
    await build({
      entryPoints: ["lib/server/collector/import-worker.ts"],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "silent",
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
