import { mkdirSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { ensureDependencies } = await import("./setup/dependencies.mjs");
ensureDependencies();
const { ensureBrowser } = await import("./setup/browser.mjs");
const { ensureBuild } = await import("./setup/build.mjs");
const { runChecks } = await import("./setup/checks.mjs");
const { root } = await import("./setup/paths.mjs");
const { runStep } = await import("./setup/run-step.mjs");
const { uncoveredBranches } = await import("./setup/uncovered-branches.mjs");

const results = path.join(root, "test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** Vitest leaves a core to others; on two that halves the speed, and tests that wait on servers fill more than there are. */
function atLeast(workers) {
  return Math.max(workers, availableParallelism() - 1);
}

function runVitest(project, workers, ...options) {
  const report = path.join("test-results", `vitest-${project}.json`);
  return runStep(
    `${project} tests`,
    [
      "vitest/vitest.mjs",
      "run",
      "--project",
      project,
      `--maxWorkers=${workers}`,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...options,
    ],
    { show: true },
  );
}

/**
 * Every branch of the reachability engine must be taken, with recordings at hand or without. One worker: linting, which
 * takes as long, has the other core.
 */
async function runUnit() {
  const hasPassed = await runVitest("unit", 1, "--coverage");
  if (!hasPassed)
    for (const place of uncoveredBranches()) console.error(`No unit test takes a branch at ${place}`);
  return hasPassed;
}

async function runEndToEnd() {
  const browser = await ensureBrowser();
  if (browser === undefined) {
    console.error(
      "End-to-end tests: no Chromium could be found or installed. Name one with MOORING_CHROMIUM.",
    );
    return false;
  }
  await ensureBuild();
  return runStep("end-to-end tests", ["playwright/cli.js", "test"], {
    show: true,
    env: {
      MOORING_CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(results, "playwright.json"),
    },
  });
}

const passed = [
  await runChecks([runUnit]),
  await runVitest("sandbox", atLeast(2)),
  await runVitest("integration", atLeast(3)),
  await runEndToEnd(),
];
process.exit(passed.every(Boolean) ? 0 : 1);
