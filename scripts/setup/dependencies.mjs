import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

const stamp = path.join(root, "node_modules", ".mooring-lockfile-hash");

function lockfileHash() {
  return createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
}

/** Installs what package-lock.json says unless that is what is installed. Ends the process with one line on failure. */
export function ensureDependencies() {
  const wanted = lockfileHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing dependencies (about a minute, once)…");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    const reason = `${result.stderr ?? ""}${result.error?.message ?? ""}`.trim().split("\n")[0] ?? "";
    console.error(`Installing dependencies failed: ${reason} Run "npm ci" to see all of it.`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
