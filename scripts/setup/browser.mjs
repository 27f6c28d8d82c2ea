import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * The Chromium that tests drive, in order: the path in MOORING_CHROMIUM, the system's, Playwright's own (downloaded),
 * Debian's package where we are root.
 * @returns {Promise<string | undefined>} `undefined` where nothing could be had
 */
export async function ensureBrowser() {
  const given = process.env.MOORING_CHROMIUM;
  if (given) return given;
  const system = "/usr/bin/chromium";
  if (existsSync(system)) return system;
  const { chromium } = await import("playwright");
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  console.log("Installing Chromium for the tests (once)…");
  const downloaded = spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], {
    encoding: "utf8",
    timeout: 300_000,
  });
  if (downloaded.status === 0 && existsSync(chromium.executablePath())) return chromium.executablePath();
  if (process.getuid?.() !== 0) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update", "-qq"], { env, stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    env,
    stdio: "ignore",
  });
  return existsSync(system) ? system : undefined;
}
