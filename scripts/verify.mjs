import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { ensureDependencies } = await import("./setup/dependencies.mjs");
ensureDependencies();
const { runStaticChecks } = await import("./setup/checks.mjs");
const { runStep } = await import("./setup/run-step.mjs");

const hasPassed = [
  runStaticChecks(),
  runStep("unit tests", ["vitest/vitest.mjs", "run", "--project", "unit"]),
].every(Boolean);
process.exit(hasPassed ? 0 : 1);
