import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { ensureDependencies } = await import("./setup/dependencies.mjs");
ensureDependencies();
const { runChecks } = await import("./setup/checks.mjs");
const { runStep } = await import("./setup/run-step.mjs");

const unitTests = () => runStep("unit tests", ["vitest/vitest.mjs", "run", "--project", "unit"]);
process.exit((await runChecks([unitTests])) ? 0 : 1);
