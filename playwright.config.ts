import { defineConfig } from "playwright/test";
import { freePort } from "./scripts/setup/ports.mjs";

// The config is read again by each worker: the port is chosen once and handed down.
process.env["MOORING_E2E_PORT"] ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env["MOORING_E2E_PORT"]}`;
const executablePath = process.env["MOORING_CHROMIUM"] ?? "/usr/bin/chromium";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  reporter: [["list"], ["json"]],
  use: {
    baseURL,
    // A trace slows every step; `npm run test:e2e -- --trace retain-on-failure` keeps one of what fails.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: "node scripts/start.mjs --reset",
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 8000 },
    env: { PORT: process.env["MOORING_E2E_PORT"], MOORING_DATA_DIR: "test-results/e2e-data" },
  },
});
