import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../setup/paths.mjs";

const ENGINE = "lib/core/reachability";
const TEST_SUPPORT = ["testing", "recordings", "cases"];
const LINES = 8;
const SHARE = 1 / 8;

/** The engine's files by folder, `[["compile", [file, …]], …]`; those that lie in none are `root`'s. */
export function filesByFolder() {
  const files = engineFiles();
  const folders = [...new Set(files.map(folderOf))].sort();
  return folders.map((folder) => [folder, files.filter((file) => folderOf(file) === folder)]);
}

/** Every eighth stretch of eight lines, by chance from a seed: `file:first-last`, as Stryker names what it mutates. */
export function pickWindows(seed) {
  const next = random(seed);
  return engineFiles().flatMap((file) => {
    const count = readFileSync(path.join(root, file), "utf8").split("\n").length;
    const starts = Array.from({ length: Math.ceil(count / LINES) }, (_, index) => index * LINES + 1);
    return starts
      .filter(() => next() < SHARE)
      .map((first) => `${file}:${first}-${Math.min(first + LINES - 1, count)}`);
  });
}

/** The folder of the engine in which a file lies. */
export function folderOf(file) {
  const names = file.split("reachability/")[1].split("/");
  return names.length > 1 ? names[0] : "root";
}

function engineFiles() {
  return readdirSync(path.join(root, ENGINE), { recursive: true })
    .filter((name) => name.endsWith(".ts") && !name.includes(".test"))
    .filter((name) => !TEST_SUPPORT.includes(name.split(path.sep)[0]))
    .map((name) => path.posix.join(ENGINE, name.split(path.sep).join("/")))
    .sort();
}

/** Numerical Recipes' generator: enough to choose lines, and the same everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
