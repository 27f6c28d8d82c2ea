// Mutates the engine, folder by folder, and asks the generated tests about what the named ones let live. What a run that was
// stopped has finished is kept: `--continue` goes on from there, `--sample` takes an eighth of the lines.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../setup/paths.mjs";
import { filesByFolder, pickWindows } from "./engine-files.mjs";
import { describeSurvivor, scoreByFolder } from "./report.mjs";

const NAMED = "scripts/mutation/vitest.config.ts";
const GENERATED = "scripts/mutation/vitest.generated.config.ts";
/** A wrong set often makes a loop endless, which costs as long as the tests asked take: a folder's own few go first. */
const OWN = { sets: "scripts/mutation/vitest.sets.config.ts" };
const SEED = Number(process.env.MOORING_MUTATION_SEED ?? 1);

const { values: options } = parseArgs({
  options: { sample: { type: "boolean" }, continue: { type: "boolean" } },
});
const folder = path.join(root, ".mooring", "mutation", options.sample ? "sample" : "whole");
const base = JSON.parse(readFileSync(path.join(root, "scripts/mutation/stryker.config.json"), "utf8"));
if (!options.continue) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** The mutants of one run of Stryker: `{ file, source, mutant }`. */
function mutate(name, ranges, configFile, env = {}) {
  const report = path.join(folder, `${name}.json`);
  if (ranges.length > 0 && !existsSync(report)) {
    const config = path.join(folder, `${name}.config.json`);
    const own = {
      mutate: ranges,
      jsonReporter: { fileName: report },
      vitest: { ...base.vitest, configFile },
    };
    writeFileSync(config, JSON.stringify({ ...base, ...own }));
    const { status } = spawnSync("npx", ["stryker", "run", config], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    if (status !== 0) process.exit(status ?? 1);
  }
  const files = ranges.length === 0 ? {} : JSON.parse(readFileSync(report, "utf8")).files;
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ file, source, mutant })),
  );
}

const lives = ({ mutant }) => mutant.status === "Survived" || mutant.status === "NoCoverage";
const idOf = ({ file, mutant }) => `${file} ${JSON.stringify(mutant.location)} ${mutant.replacement}`;
const rangeOf = ({ file, mutant: { location } }) =>
  `${file}:${location.start.line}:${location.start.column - 1}-${location.end.line}:${location.end.column}`;

const rangesOf = (mutants) => [...new Set(mutants.filter(lives).map(rangeOf))];

function askNamed(name, ranges) {
  if (OWN[name] === undefined) return mutate(name, ranges, NAMED);
  const first = mutate(`${name}.own`, ranges, OWN[name]);
  const rest = new Map(mutate(name, rangesOf(first), NAMED).map((one) => [idOf(one), one]));
  return first.map((one) => (lives(one) ? (rest.get(idOf(one)) ?? one) : one));
}

const parts = options.sample ? [["sample", pickWindows(SEED)]] : filesByFolder();
const named = parts.map(([name, ranges]) => ({ name, mutants: askNamed(name, ranges) }));
const killed = new Set();
for (const { name, mutants } of named) {
  const generated = mutate(`${name}.generated`, rangesOf(mutants), GENERATED, {
    MOORING_DIFFERENTIAL_PAIRS: "1000",
  });
  for (const one of generated) if (!lives(one)) killed.add(idOf(one));
}
const all = named.flatMap(({ mutants }) => mutants);
const survives = (one) => lives(one) && !killed.has(idOf(one));
const list = path.join(folder, "survivors.txt");
writeFileSync(list, `${all.filter(survives).map(describeSurvivor).join("\n")}\n`);
console.log("By named tests:");
console.table(scoreByFolder(all, lives));
console.log("By all tests:");
console.table(scoreByFolder(all, survives));
console.log(`Survivors: ${path.relative(root, list)}`);
