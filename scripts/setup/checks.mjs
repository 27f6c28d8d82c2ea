import { runStep } from "./run-step.mjs";

/** What needs no server, database or browser: types, lint, format, dead code. Each runs even where another failed. */
export function runStaticChecks() {
  return [
    runStep("route types", ["next/dist/bin/next", "typegen"]),
    runStep("types", ["typescript/bin/tsc", "--noEmit"]),
    runStep("lint", [
      "eslint/bin/eslint.js",
      ".",
      "--max-warnings",
      "0",
      "--cache",
      "--cache-location",
      "node_modules/.cache/eslint/",
    ]),
    runStep("format", ["prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "--cache", "."]),
    runStep("dead code", ["knip/bin/knip.js"]),
  ].every(Boolean);
}
