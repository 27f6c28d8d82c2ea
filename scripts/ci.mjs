import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { requireNode } from "./setup/node-version.mjs";
import { root } from "./setup/paths.mjs";

requireNode();
const results = path.join(root, "test-results");

function run(script) {
  return (
    spawnSync(process.execPath, [path.join(root, "scripts", script)], { cwd: root, stdio: "inherit" })
      .status === 0
  );
}

/** Sums passed and failed over the reports that vitest and Playwright left. A suite without a report is a failure. */
function countTests() {
  const counts = { passed: 0, failed: 0 };
  for (const project of ["unit", "sandbox", "integration", "moto"]) {
    const file = path.join(results, `vitest-${project}.json`);
    if (!existsSync(file)) {
      counts.failed += 1;
      continue;
    }
    const report = JSON.parse(readFileSync(file, "utf8"));
    counts.passed += report.numPassedTests;
    counts.failed +=
      report.numFailedTests + (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0);
  }
  const playwright = path.join(results, "playwright.json");
  if (!existsSync(playwright)) return { ...counts, failed: counts.failed + 1 };
  const { stats } = JSON.parse(readFileSync(playwright, "utf8"));
  return { passed: counts.passed + stats.expected, failed: counts.failed + stats.unexpected + stats.flaky };
}

const steps = [
  ["npm test", run("test.mjs")],
  ["moto contract suite", run("test-moto.mjs")],
  ["production build", run("build.mjs")],
];
const broken = steps.filter(([, hasPassed]) => !hasPassed).map(([name]) => name);
if (broken.length > 0) console.log(`Failed: ${broken.join(", ")}`);
if (existsSync(results)) console.log(`Reports: ${readdirSync(results).join(", ")}`);
const { passed, failed } = countTests();
console.log(`${passed} passed, ${failed} failed`);
process.exit(broken.length === 0 && failed === 0 ? 0 : 1);
