import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** Where `scripts/setup/build.mjs` puts what Node runs beside Next: the sandbox and the workers. */
export const bundleFolder = path.join(root, ".next", "mooring");

/** The embedded database and the sandbox's world. */
export function dataFolder(environment = process.env) {
  return path.resolve(root, environment.MOORING_DATA_DIR ?? ".mooring");
}
