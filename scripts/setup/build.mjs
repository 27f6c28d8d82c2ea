import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleFolder, root } from "./paths.mjs";

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "scripts/setup/build.mjs",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];

/** Programs that Node runs beside Next: name of the bundle -> its entry. */
const programs = {
  sandbox: "lib/sandbox/main.ts",
  "import-worker": "lib/server/collector/workers/import-worker.ts",
  "reading-worker": "lib/server/collector/workers/reading-worker.ts",
};

/** Names, sizes and times of all sources: enough to tell whether the build is stale, in some 10 ms. */
function sourceHash() {
  const hash = createHash("sha256").update(process.versions.node);
  for (const source of sources) {
    const full = path.join(root, source);
    if (!existsSync(full)) continue;
    const files = statSync(full).isDirectory()
      ? readdirSync(full, { recursive: true, encoding: "utf8" })
          .sort()
          .map((name) => path.join(full, name))
      : [full];
    for (const file of files) {
      const { size, mtimeMs } = statSync(file);
      if (!/\.test\.tsx?$/.test(file)) hash.update(`${path.relative(root, file)}:${size}:${mtimeMs}\n`);
    }
  }
  return hash.digest("hex");
}

/** Bundles the sandbox and the workers for Node into `.next/mooring`. */
export async function bundlePrograms() {
  const { build } = await import("esbuild");
  mkdirSync(bundleFolder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: bundleFolder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    legalComments: "none",
    // The CommonJS builds of some dependencies ask for `require`, which an ES module has not.
    mainFields: ["module", "main"],
  });
}

/** Builds the app and its programs unless the last build is of just these sources. Ends the process on failure. */
export async function ensureBuild() {
  const stamp = path.join(bundleFolder, "source-hash");
  const wanted = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Building (about a minute, once per version)…");
  const result = spawnSync(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    encoding: "utf8",
  });
  if (result.status !== 0) {
    console.error(`${result.stdout}\n${result.stderr}\nThe build failed; what it said stands above.`);
    process.exit(1);
  }
  await bundlePrograms();
  writeFileSync(stamp, wanted);
}
