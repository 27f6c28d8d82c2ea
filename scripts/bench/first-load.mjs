// JavaScript that each page loads first, raw and gzipped: `node scripts/bench/first-load.mjs`.
// Without polyfills marked `noModule`, which no browser that runs this app loads.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { freePort } from "../setup/ports.mjs";
import { stopPrograms } from "../setup/processes.mjs";
import { startMooring } from "../setup/start-mooring.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "mooring-bench-"));
const pages = [
  "/functions",
  "/functions/orders-api",
  "/functions/new",
  "/connect?functionName=orders-api",
  "/topology",
  "/operations",
  "/snapshots",
  "/snapshots/import",
  "/snapshots/any/compare",
  "/audit",
];

try {
  const environment = { ...process.env, PORT: String(await freePort()), MOORING_DATA_DIR: folder };
  const { url } = await startMooring({ aws: false, environment });
  const sizes = new Map();
  for (const page of pages) {
    const html = await (await fetch(url + page)).text();
    const scripts = [
      ...new Set(
        [...html.matchAll(/<script(?![^>]*noModule)[^>]+src="([^"]+\.js[^"]*)"/gi)].map((match) => match[1]),
      ),
    ];
    let raw = 0;
    let gzipped = 0;
    for (const script of scripts) {
      if (!sizes.has(script)) {
        const bytes = Buffer.from(await (await fetch(new URL(script, url))).arrayBuffer());
        sizes.set(script, { raw: bytes.length, gzipped: gzipSync(bytes).length });
      }
      raw += sizes.get(script).raw;
      gzipped += sizes.get(script).gzipped;
    }
    const kib = (bytes) => `${(bytes / 1024).toFixed(0)} KiB`;
    console.log(
      `${page.padEnd(36)} ${String(scripts.length).padStart(3)} scripts ${kib(raw).padStart(9)} raw ${kib(gzipped).padStart(9)} gzipped`,
    );
  }
} finally {
  await stopPrograms();
  rmSync(folder, { recursive: true, force: true });
}
