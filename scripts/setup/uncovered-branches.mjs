import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

/** Where the unit run leaves what it covered: `reportsDirectory` of vitest.config.ts. */
const report = path.join(root, ".mooring", "coverage", "coverage-final.json");

/**
 * The branches that no unit test took, as `file:line`. Vitest says how many there are, not where.
 * @returns {string[]}
 */
export function uncoveredBranches() {
  if (!existsSync(report)) return [];
  const places = Object.values(JSON.parse(readFileSync(report, "utf8"))).flatMap(
    ({ path: file, branchMap, b }) =>
      Object.entries(branchMap).flatMap(([id, { locations, loc }]) =>
        // What an `if` without `else` leaves out has no place of its own.
        locations
          .filter((_, index) => b[id][index] === 0)
          .map(({ start }) => `${path.relative(root, file)}:${start.line ?? loc.start.line}`),
      ),
  );
  return [...new Set(places)];
}
