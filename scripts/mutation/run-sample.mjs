// Mutates an eighth of the engine, and asks the generated tests about what the named ones let live: `npm run mutate:sample`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../setup/paths.mjs";
import { describeSurvivor, scoreByFolder } from "./report.mjs";
import { pickWindows } from "./pick-windows.mjs";

const SEED = Number(process.env.MOORING_MUTATION_SEED ?? 1);
const folder = path.join(root, ".mooring", "mutation");
const base = JSON.parse(readFileSync(path.join(root, "scripts/mutation/stryker.config.json"), "utf8"));

/** The mutants of one run: `{ file, source, mutant }`. */
function mutate(name, mutateRanges, configFile, env = {}) {
  const report = path.join(folder, `${name}.json`);
  const config = path.join(folder, `${name}.config.json`);
  const own = { mutate: mutateRanges, incremental: false, jsonReporter: { fileName: report } };
  const vitest = { ...base.vitest, configFile };
  mkdirSync(folder, { recursive: true });
  writeFileSync(config, JSON.stringify({ ...base, ...own, vitest, reporters: ["progress", "json"] }));
  const { status } = spawnSync("npx", ["stryker", "run", config], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
  const { files } = JSON.parse(readFileSync(report, "utf8"));
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ file, source, mutant })),
  );
}

const lives = ({ mutant }) => mutant.status === "Survived" || mutant.status === "NoCoverage";
const idOf = ({ file, mutant }) => `${file} ${JSON.stringify(mutant.location)} ${mutant.replacement}`;
const rangeOf = ({ file, mutant: { location } }) =>
  `${file}:${location.start.line}:${location.start.column - 1}-${location.end.line}:${location.end.column}`;

const named = mutate("named", pickWindows(SEED), "scripts/mutation/vitest.config.ts");
const ranges = [...new Set(named.filter(lives).map(rangeOf))];
const generated = mutate("generated", ranges, "scripts/mutation/vitest.generated.config.ts", {
  MOORING_DIFFERENTIAL_PAIRS: "1000",
});
const killed = new Set(generated.filter((one) => !lives(one)).map(idOf));
const survivors = named.filter((one) => lives(one) && !killed.has(idOf(one)));
writeFileSync(path.join(folder, "survivors.txt"), `${survivors.map(describeSurvivor).join("\n")}\n`);
console.log("By named tests:");
console.table(scoreByFolder(named, lives));
console.log("By all tests:");
console.table(scoreByFolder(named, (one) => lives(one) && !killed.has(idOf(one))));
console.log(`Survivors: ${path.relative(root, path.join(folder, "survivors.txt"))}`);
