// Takes the README's picture from the running app: `npm run screenshot`.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { ensureDependencies } = await import("./setup/dependencies.mjs");
ensureDependencies();
const { ensureBrowser } = await import("./setup/browser.mjs");
const { ensureBuild } = await import("./setup/build.mjs");
const { root } = await import("./setup/paths.mjs");
const { freePort } = await import("./setup/ports.mjs");
const { stopPrograms } = await import("./setup/processes.mjs");
const { startMooring } = await import("./setup/start-mooring.mjs");
const { chromium } = await import("playwright");

await ensureBuild();
const folder = mkdtempSync(path.join(tmpdir(), "mooring-screenshot-"));
const target = path.join(root, "docs", "screenshots", "topology.png");

async function readVpcId(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const response = await fetch(`${url}/api/vpcs`);
    if (response.ok) return (await response.json()).items.find(({ name }) => name === "prod-vpc").vpcId;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The sandbox's account was not read within 20 s.");
}

try {
  const environment = { ...process.env, PORT: String(await freePort()), MOORING_DATA_DIR: folder };
  const { url } = await startMooring({ aws: false, environment });
  const vpcId = await readVpcId(url);
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
  });
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  await page.goto(`${url}/topology?vpcId=${vpcId}`);
  const connection = page.getByText("orders-functions", { exact: true }).first();
  await connection.waitFor();
  await connection.click();
  await page.waitForTimeout(1500);
  mkdirSync(path.dirname(target), { recursive: true });
  await page.screenshot({ path: target });
  await browser.close();
  console.log(`Wrote ${path.relative(root, target)}.`);
} finally {
  await stopPrograms();
  rmSync(folder, { recursive: true, force: true });
}
