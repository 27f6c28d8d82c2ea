import path from "node:path";
import { build } from "esbuild";
import { root } from "../setup/paths.mjs";

/** Where the benches keep their bundles, and what they read once. */
export const bundles = path.join(root, "node_modules/.cache/mooring-bench");

/**
 * Bundles the programs of a bench for Node into `bundles`.
 * @param {Record<string, string>} entryPoints name of the bundle -> its entry
 */
export async function bundleBench(entryPoints) {
  await build({
    absWorkingDir: root,
    entryPoints,
    outdir: bundles,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
}
