import { runStep, runSteps } from "./run-step.mjs";

const lint = [
  "eslint/bin/eslint.js",
  ".",
  "--max-warnings",
  "0",
  "--cache",
  "--cache-location",
  "node_modules/.cache/eslint/",
];
const format = ["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "--cache", "."];

/** What the others stand on: the types of the app's routes, which a fresh clone has not. */
const routeTypes = () => runStep("route types", ["next/dist/bin/next", "typegen"]);

/** What needs no server, database or browser, the longest first. */
const staticChecks = [
  () => runStep("lint", lint),
  () => runStep("types", ["typescript/bin/tsc", "--noEmit"]),
  () => runStep("format", format),
  () => runStep("dead code", ["knip/bin/knip.js"]),
];

/**
 * Runs the static checks, and `others` beside them.
 * @param {(() => Promise<boolean>)[]} others
 * @returns {Promise<boolean>} whether all passed
 */
export async function runChecks(others = []) {
  return (await routeTypes()) && (await runSteps([...others, ...staticChecks]));
}
