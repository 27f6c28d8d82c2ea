import { mkdirSync } from "node:fs";
import path from "node:path";
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { ensureDependencies } = await import("./setup/dependencies.mjs");
ensureDependencies();
const { root } = await import("./setup/paths.mjs");
const { runStep } = await import("./setup/run-step.mjs");

mkdirSync(path.join(root, "test-results"), { recursive: true });
const report = path.join("test-results", "vitest-moto.json");
const hasPassed = await runStep(
  "moto contract suite",
  [
    "vitest/vitest.mjs",
    "run",
    "--project",
    "moto",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ],
  { show: true },
);
process.exit(hasPassed ? 0 : 1);
