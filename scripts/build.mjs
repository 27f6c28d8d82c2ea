import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { ensureDependencies } = await import("./setup/dependencies.mjs");
ensureDependencies();
const { ensureBuild } = await import("./setup/build.mjs");
await ensureBuild();
console.log("Built.");
